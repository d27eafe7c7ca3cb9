import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { stateWords } from './words.ts';

/** The life so far and to come. */
export function Road({ view }: { readonly view: RecordView }) {
  const t = useTranslate();
  const now = useNow();
  const over = view.ended ? ({ over: view.tone === 'good' ? 'done' : 'ended' } as const) : {};
  const ended = view.ended && !view.road.some((r) => r.state === view.state);
  return (
    <Stepper
      label={t('lifecycle.road')}
      steps={[
        ...view.road
          .filter((r) => !ended || r.place === 'done')
          .map((r) => ({
            name:
              r.place === 'now'
                ? stateWords(t, view.lifecycle, view.state)
                : stateWords(t, view.lifecycle, r.state),
            state: r.place,
            ...(r.place === 'now' ? over : {}),
            ...(r.at ? { note: [t.format.instant(r.at, now), r.who].filter(Boolean).join(' ') } : {}),
          })),
        ...(ended
          ? [
              {
                name: stateWords(t, view.lifecycle, view.state),
                state: 'now' as const,
                ...over,
                note: t.format.instant(view.stateSince, now),
              },
            ]
          : []),
      ]}
    />
  );
}
