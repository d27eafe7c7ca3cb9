import type { ReactNode } from 'react';
import { FreshMark } from './fresh-mark.tsx';
import { useNow, useTranslate } from './locale.tsx';

export interface LogEntry {
  readonly id: string;
  /** An instant, ISO in UTC. */
  readonly at: string;
  /** Who did it; none means the system did. */
  readonly who?: string | null;
  /** What happened, in plain words. */
  readonly what: ReactNode;
  readonly reason?: string | null;
  /** The hash that proves the entry, one click away. */
  readonly proof?: string;
  /** Happened since the reader's last visit. */
  readonly fresh?: boolean;
}

/** History, newest first: who did what, when and why. */
export function HistoryLog({ entries }: { readonly entries: readonly LogEntry[] }) {
  const t = useTranslate();
  const now = useNow();
  return (
    <ol className="log">
      {entries.map((entry) => (
        <li key={entry.id} id={`log-${entry.id}`} className={entry.fresh ? 'fresh' : undefined}>
          <b>{entry.who ?? t('ui.log.system')}</b> {entry.what}
          {entry.fresh && (
            <>
              {' '}
              <FreshMark />
            </>
          )}
          {entry.reason && <span className="log-note">{t('ui.log.reason', { reason: entry.reason })}</span>}
          <time dateTime={entry.at}>{t.format.instant(entry.at, now)}</time>
          {entry.proof && (
            <details className="fold small">
              <summary>{t('ui.log.proof')}</summary>
              <code className="log-proof">{entry.proof}</code>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
