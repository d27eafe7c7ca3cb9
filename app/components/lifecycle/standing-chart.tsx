import type { DeskView } from '#app/domain/lifecycles/view.ts';
import { paths } from '#app/paths.ts';
import { StackedBar } from '../charts/stacked-bar.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import type { Tone } from '../ui/tone.ts';
import { stateWords } from './words.ts';

/** The meanings in the order in which one reads them; more states than colours fall into these. */
const meanings: readonly Tone[] = ['good', 'waiting', 'attention', 'stopped', 'neutral'];

/** How a center stands: one bar of the meanings with their figures, and under it every state with its icon, word and count. */
export function StandingChart({ standing }: { readonly standing: DeskView['standing'] }) {
  const t = useTranslate();
  const groups = meanings.flatMap((tone) => {
    const states = standing.filter((s) => s.tone === tone);
    return states.length === 0 ? [] : [{ tone, states, count: states.reduce((n, s) => n + s.count, 0) }];
  });
  return (
    <>
      <StackedBar
        id="standing-bar"
        title={t('desk.standing')}
        description={t('desk.standingLead', { count: groups.reduce((n, g) => n + g.count, 0) })}
        figures
        parts={groups.map(({ tone, count }) => ({
          label: t(`desk.meaning.${tone}`),
          value: count,
          paint: tone,
        }))}
      />
      <ul className="standing">
        {groups.flatMap(({ tone, states }) =>
          states.map(({ state, count }) => (
            <li key={state}>
              <a href={`${paths.list('incubation')}?stage=${state}`}>
                <Tag tone={tone}>{stateWords(t, 'incubation', state)}</Tag>
              </a>
              <b className="num">{t.format.number(count)}</b>
            </li>
          )),
        )}
      </ul>
    </>
  );
}
