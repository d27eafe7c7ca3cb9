import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { HistoryLog } from '../ui/history-log.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { happenedWords, stateWords } from './words.ts';

/** Every event in plain language, newest first, each with its proof. */
export function RecordHistory({
  view,
  limit,
  fresh = [],
}: {
  readonly view: RecordView;
  readonly limit?: number;
  /** Numbers of what happened since the reader's last visit. */
  readonly fresh?: readonly number[];
}) {
  const t = useTranslate();
  const entries = [...view.history].reverse().slice(0, limit);
  return (
    <HistoryLog
      entries={entries.map((h) => ({
        id: String(h.number),
        at: h.at,
        who: h.who,
        what: (
          <>
            {happenedWords(t, view.lifecycle, h.event)}
            {h.from !== h.to && h.from !== null && (
              <span className="soft small">
                {' '}
                {t('lifecycle.history.now', { state: stateWords(t, view.lifecycle, h.to) })}
              </span>
            )}
          </>
        ),
        reason: h.reason,
        proof: h.hash,
        fresh: fresh.includes(h.number),
      }))}
    />
  );
}
