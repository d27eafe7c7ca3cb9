import { useTranslate } from '../ui/locale.tsx';

/** Where the enhancement script lies, as a static file. */
export const ENHANCE_PATH = '/enhance.js';

/**
 * The small script that saves drafts, warns before leaving and the like; every page works without it.
 * Its words go along as data attributes. Public pages kept as bytes leave it out, and need no nonce.
 */
export function EnhanceScript({
  nonce,
  src = ENHANCE_PATH,
}: {
  readonly nonce: string;
  readonly src?: string;
}) {
  const t = useTranslate();
  return (
    <script
      type="module"
      src={src}
      nonce={nonce}
      suppressHydrationWarning
      id="enhance"
      data-saving={t('ui.autosave.saving')}
      data-saved={t('ui.autosave.saved', { time: '%time%' })}
      data-failed={t('ui.autosave.failed')}
      data-ended={t('ui.autosave.ended')}
      data-leave={t('ui.leave')}
      data-sending={t('ui.sending')}
    />
  );
}
