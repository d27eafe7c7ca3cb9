import { createContext, useContext } from 'react';
import { paths } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import type { RawValues } from './raw.ts';

/** A form that was not sent yet, as it was left. */
export interface KeptForm {
  /** The address that it is sent to. */
  readonly place: string;
  readonly raw: RawValues;
  /** ISO instant. */
  readonly savedAt: string;
  /** It was sent, but its session had ended; otherwise it saved itself. */
  readonly interrupted: boolean;
}

/** What the reader left unsent at this address; the root route provides it. */
export const KeptFormContext = createContext<KeptForm | null>(null);

/** Hidden inputs that tell the forms of one page apart. */
const TELLING = ['intent', 'id'];

/** What was left unsent in the form of this address; a form of the same page with another intent is another form. */
export function useKeptForm(action: string, hidden: Readonly<Record<string, string>> = {}): KeptForm | null {
  const kept = useContext(KeptFormContext);
  if (kept === null || kept.place !== action.split('#')[0]) return null;
  const isThisForm = TELLING.every((name) => (kept.raw[name] ?? '') === (hidden[name] ?? ''));
  return isThisForm ? kept : null;
}

/** Says where the words in the form come from, and takes them away on demand. Stands before the form. */
export function KeptNotice({ kept, hasFiles }: { readonly kept: KeptForm; readonly hasFiles: boolean }) {
  const t = useTranslate();
  const at = t.format.instant(kept.savedAt);
  return (
    <Notice
      tone="good"
      title={t(kept.interrupted ? 'forms.kept.interrupted' : 'forms.kept.saved', { at })}
      live
    >
      <p>
        {t(kept.interrupted ? 'forms.kept.sendAgain' : 'forms.kept.goOn')}
        {hasFiles && t('forms.kept.files')}
      </p>
      <form method="post" action={paths.forgetDraft()} className="inline-form">
        <input type="hidden" name="place" value={kept.place} />
        <Button look="quiet">{t('forms.kept.forget')}</Button>
      </form>
    </Notice>
  );
}
