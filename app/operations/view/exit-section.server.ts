import { type Calendar, localDate } from '#app/domain/calendar.ts';
import { documentsOf } from '#app/domain/forms/values.ts';
import type { ContentSection } from '#app/domain/lifecycles/content.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { barMonths, mayApplyFrom } from '#app/domain/lifecycles/incubation/reentry.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import type { Connection } from '#db/connection.server.ts';
import { inputsOf } from '#db/reads/history.server.ts';
import { documentsShown, given, line } from './content-parts.server.ts';

/** Why it leaves or left, by whose word; once it has left, with the signed hand-over and when it may apply again. */
export async function exitSection(
  db: Connection,
  view: RecordView,
  context: IncubationContext,
  {
    calendar,
    nameOf,
  }: { readonly calendar: Calendar; readonly nameOf: (id: string | null) => string | null },
): Promise<readonly ContentSection[]> {
  const { exit } = context;
  if (exit === null) return [];
  const decidedBy = nameOf(exit.decidedBy);
  const handover = view.ended ? await handoverOf(db, view.id) : null;
  const leftOn = localDate(view.stateSince, calendar);
  return [
    {
      id: 'exit',
      kind: 'facts',
      title: { key: 'content.incubation.exit' },
      lines: given([
        line('content.incubation.exitCause', { key: `incubation.exit.${exit.cause}` }),
        line('content.incubation.exitFrom', { key: `incubation.state.${exit.from}` }),
        line('content.incubation.exitBy', decidedBy === null ? null : { text: decidedBy }),
        line('content.incubation.exitAppeal', {
          key: exit.appealed ? 'content.exit.appealed' : 'content.exit.notAppealed',
        }),
        line('content.exit.leftOn', view.ended ? { date: leftOn } : null),
        line('incubation.field.handoverDocument', documentsShown(handover ?? [])),
        line(
          'content.exit.mayApplyFrom',
          view.ended
            ? { date: mayApplyFrom(context, leftOn) }
            : { key: 'content.exit.mayApplyAfter', params: { months: barMonths(context) } },
        ),
      ]),
    },
  ];
}

/** The record keeps that everything was handed over; the signed sheet is in the event that said so. */
async function handoverOf(db: Connection, incubationId: string) {
  const sent = (await inputsOf(db, 'incubation', incubationId, 'complete_handover')).at(-1);
  return sent === undefined ? null : documentsOf(sent, 'handoverDocument');
}
