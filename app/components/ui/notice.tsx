import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';
import { type Tone, toneIcon } from './tone.ts';

export interface NoticeProps {
  readonly tone?: Tone;
  /** In one sentence what happened or what to know. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Said at once by screen readers: for the answer to what the person just did. */
  readonly live?: boolean;
}

/** A banner: what was just done, or what to know before reading on. */
export function Notice({ tone = 'neutral', title, children, live = false }: NoticeProps) {
  const t = useTranslate();
  return (
    <div className={`notice tone-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={tone === 'neutral' ? 'info' : toneIcon[tone]} />
      <div className="notice-body">
        <span className="sr-only">{t(`ui.tone.${tone}`)}</span>
        {title !== undefined && <b>{title}</b>}
        {children}
      </div>
    </div>
  );
}
