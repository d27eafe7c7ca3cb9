import { countedUpTo, type PurgeKind, purgeKinds, retention } from '#app/domain/keeping/retention.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';

export interface PurgingProps {
  /** How many of each kind would go now. */
  readonly due: Readonly<Record<PurgeKind, number>>;
  readonly runs: readonly { readonly at: string; readonly kind: string; readonly removed: number }[];
}

const oneDay = 86_400_000;

/** What purging would remove now, and what it removed of late. */
export function Purging({ due, runs }: PurgingProps) {
  const t = useTranslate();
  const now = useNow();
  const nameOf = (kind: string) => t.maybe(`admin.purging.${kind}`) ?? kind;
  const dueWords = (count: number) =>
    count < countedUpTo ? t.format.number(count) : t('admin.purging.orMore', { count: countedUpTo });
  return (
    <Card id="purging" title={t('admin.purging.title')}>
      <p className="soft">{t('admin.purging.about')}</p>
      <DataTable
        caption={t('admin.purging.title')}
        captionHidden
        rows={purgeKinds}
        rowKey={(kind) => kind}
        columns={[
          { key: 'kind', head: t('admin.purging.kind'), main: true, cell: nameOf },
          {
            key: 'kept',
            head: t('admin.purging.kept'),
            number: true,
            cell: (kind) => t('admin.purging.days', { days: retention[kind].keptMs / oneDay }),
          },
          { key: 'due', head: t('admin.purging.due'), number: true, cell: (kind) => dueWords(due[kind]) },
        ]}
      />
      <h3>{t('admin.purging.runs')}</h3>
      {runs.length === 0 ? (
        <p className="soft">{t('admin.purging.noRuns')}</p>
      ) : (
        <ul className="soft small">
          {runs.map((run) => (
            <li key={`${run.at} ${run.kind}`}>
              {t('admin.purging.run', {
                at: t.format.instant(run.at, now),
                kind: nameOf(run.kind),
                count: run.removed,
              })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
