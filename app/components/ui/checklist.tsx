import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

export interface ChecklistItem {
  readonly id: string;
  readonly ok: boolean;
  /** What is not in place is red: it was, and is overdue or broken. */
  readonly alarm?: boolean;
  readonly text: ReactNode;
  /** What is missing and why it is needed, or what proves it. */
  readonly note?: ReactNode;
  /** On what it rests: documents, who stated it. */
  readonly proof?: ReactNode;
  /** A link to where it can be put right, or to the proof. */
  readonly action?: ReactNode;
}

export interface ChecklistProps {
  readonly items: readonly ChecklistItem[];
  /** Says above the lines how many are in place. */
  readonly count?: boolean;
  /** What a line is, for who does not see its mark: there or missing, or well or not. */
  readonly words?: 'check' | 'health';
}

/** What must be in place before a step, or is watched over: how it stands, line by line. */
export function Checklist({ items, count = false, words = 'check' }: ChecklistProps) {
  const t = useTranslate();
  const done = items.filter((item) => item.ok).length;
  return (
    <>
      {count && <p className="soft small">{t('ui.check.progress', { total: items.length, done })}</p>}
      <ul className="checklist">
        {items.map((item) => (
          <li key={item.id}>
            <span className={`check-mark tone-${item.ok ? 'good' : item.alarm ? 'stopped' : 'attention'}`}>
              <Icon name={item.ok ? 'check' : 'cross'} />
            </span>
            <div>
              <span className="sr-only">{t(`ui.${words}.${item.ok ? 'ok' : 'missing'}`)} </span>
              {item.text}
              {item.note !== undefined && <p className="row-note">{item.note}</p>}
              {item.proof !== undefined && <div className="row-note">{item.proof}</div>}
            </div>
            {item.action}
          </li>
        ))}
      </ul>
    </>
  );
}
