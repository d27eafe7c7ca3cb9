import type { ContentSection, Shown } from '#app/domain/lifecycles/content.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { extendedTerm, mostExtended } from '#app/domain/lifecycles/incubation/term.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { given, line, typed } from './content-parts.server.ts';

/** What an extension that is under review would change: from which day to which, why, and what was granted before. */
export function extensionSection(
  view: RecordView,
  context: IncubationContext,
  today: string,
): readonly ContentSection[] {
  const { term, extensionFor, extensionMonths: asked } = context;
  if (term === null || extensionFor === null) return [];
  const until = (months: number): string => extendedTerm(term, months, today).endsOn;
  const most = mostExtended(context);
  const lastOf = (event: string) => view.history.findLast((h) => h.event === event);
  const granted = view.history.filter((h) => h.event === 'grant_extension');
  return [
    {
      id: 'extension',
      kind: 'facts',
      title: { key: 'content.incubation.extensionAsked' },
      decides: ['grant_extension', 'deny_extension'],
      lines: given([
        line('content.extension.for', {
          key: `content.incubation.extension.${extensionFor}`,
          params: { months: asked ?? 0 },
        }),
        line('content.extension.now', { from: term.startsOn, to: term.endsOn }),
        line(
          'content.extension.asked',
          asked === null
            ? null
            : { key: 'content.extension.change', params: { from: term.endsOn, to: until(asked) } },
        ),
        line('content.extension.most', {
          key: 'content.extension.mostMonths',
          params: { months: most, to: until(most) },
        }),
        line(
          'content.extension.reason',
          extensionFor === 'asked' ? typed(lastOf('request_extension')?.reason) : null,
        ),
        line(
          'content.extension.before',
          context.extensions === 0
            ? { key: 'content.extension.never' }
            : {
                all: [
                  { key: 'content.times', params: { count: context.extensions } },
                  ...granted.map((h): Shown => ({ who: h.who ?? '', at: h.at })),
                ],
              },
        ),
      ]),
    },
  ];
}
