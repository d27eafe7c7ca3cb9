import type { LifeLine } from '#app/domain/organization-view.ts';
import { numberWords, stateWords } from '../lifecycle/words.ts';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';

/** What a record is: its lifecycle and kind. */
export function useRecordName(): (entry: Pick<LifeLine, 'lifecycle' | 'kind'>) => string {
  const t = useTranslate();
  return ({ lifecycle, kind }) => {
    const name = t.maybe(`${lifecycle}.title`) ?? lifecycle;
    const which =
      kind === null
        ? undefined
        : (t.maybe(`${lifecycle}.kind.${kind}`) ?? t.maybe(`${lifecycle}.track.${kind}`));
    return which === undefined ? name : t('organization.life.name', { name, kind: which });
  };
}

/** All that happened between an organization and the center, the newest first. */
export function Life({ entries }: { readonly entries: readonly LifeLine[] }) {
  const t = useTranslate();
  const now = useNow();
  const nameOf = useRecordName();
  return (
    <ol className="log">
      {entries.map((entry) => (
        <li key={`${entry.lifecycle}/${entry.id}`} className={entry.ended ? undefined : 'fresh'}>
          <div className="life-line">
            <a href={entry.href}>
              <b>{nameOf(entry)}</b>
            </a>
            <Tag tone={entry.tone}>{stateWords(t, entry.lifecycle, entry.state)}</Tag>
          </div>
          <time dateTime={entry.began}>
            {t('organization.life.span', {
              began: t.format.instant(entry.began, now),
              since: t.format.instant(entry.since, now),
            })}
            {entry.number && ` · ${numberWords(t, entry.lifecycle, entry.number)}`}
          </time>
          {entry.due && (
            <span className="small">
              {t('organization.life.due', { due: t.format.dueText(entry.due, now) })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
