import { daysBetween, localDate } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import type { ContentSection, Shown } from '#app/domain/lifecycles/content.ts';
import { activationFields } from '#app/domain/lifecycles/incubation/activation-form.ts';
import type { IncubationContext, Pause } from '#app/domain/lifecycles/incubation/facts.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { namesOf } from '#db/reads/people.server.ts';
import { seatOf } from '#db/reads/seats.server.ts';
import type { ContentReader } from './content.server.ts';
import { given, line } from './content-parts.server.ts';
import { exitSection } from './exit-section.server.ts';
import { extensionSection } from './extension-section.server.ts';
import { incubationNeighbours } from './incubation-neighbours.server.ts';
import { planSections } from './plan-sections.server.ts';
import { rectificationSections } from './rectification-sections.server.ts';
import { serviceSections } from './service-sections.server.ts';

/** An incubation as its readers see it: the term, the plan, what was given and reported, what had to be put right. */
export const incubationContent: ContentReader = async (house, actor, opened) => {
  const { view, record } = opened;
  const context = record.context as IncubationContext;
  const db = house.store.read;
  const calendar = await calendarOfCenter(db, view.centerId);
  const today = localDate(house.clock.now(), calendar);
  const [seat, neighbours, names] = await Promise.all([
    seatOf(db, view.organization.id),
    incubationNeighbours(house, actor, opened),
    namesOf(db, peopleIn(context)),
  ]);
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return {
    facts: [
      {
        label: { key: 'content.incubation.residency' },
        value: { key: `residency.${context.residency}` },
      },
      ...(context.mentor
        ? [{ label: { key: 'content.incubation.mentor' }, value: { text: context.mentor.name } }]
        : []),
      ...(seat
        ? [{ label: { key: 'content.incubation.seat' }, value: { text: `${seat.room} ${seat.code}`.trim() } }]
        : []),
      ...neighbours.facts,
    ],
    sections: [
      ...rectificationSections(view, context, nameOf),
      ...(await exitSection(db, view, context, { calendar, nameOf })),
      ...extensionSection(view, context, today),
      ...termSection(view, context, today),
      ...planSections(view, context, { today, nameOf }),
      ...neighbours.sections,
      ...serviceSections(view, context, nameOf),
      ...baselineSection(context),
    ],
  };
};

function peopleIn(context: IncubationContext): readonly string[] {
  const orders = [context.rectification, context.proposal, ...(context.closedOrders ?? [])];
  return [
    ...context.services.map((s) => s.by),
    ...orders.flatMap((o) => (o === null ? [] : [o.proposedBy, o.signedBy, o.vouchedBy])),
    ...context.plans.flatMap((p) => p.milestones.map((m) => m.reached?.by ?? null)),
    context.exit?.decidedBy ?? null,
  ].filter((id) => id !== null);
}

const daysOf = (pause: Pause, today: string): number =>
  Math.max(0, daysBetween(pause.from, pause.endedOn ?? today));

/** The term as facts: from when to when, its half, how long it stood still, how often it was extended. */
function termSection(view: RecordView, context: IncubationContext, today: string): readonly ContentSection[] {
  const { term, pauses } = context;
  if (term === null) return [];
  const paused = pauses.reduce((days, pause) => days + daysOf(pause, today), 0);
  const whole = Math.max(1, daysBetween(term.startsOn, term.endsOn));
  const gone = Math.min(whole, Math.max(0, daysBetween(term.startsOn, today)));
  return [
    {
      id: 'term',
      kind: 'facts',
      title: { key: 'content.incubation.term' },
      ...(view.ended
        ? {}
        : {
            meter: {
              label: { key: 'content.incubation.elapsed' },
              text: { key: 'content.incubation.elapsedDays', params: { gone, whole } },
              value: gone,
              max: whole,
            },
          }),
      lines: given([
        line('content.incubation.startsOn', { date: term.startsOn }),
        line('content.incubation.halfwayOn', { date: term.halfwayOn }),
        line('content.incubation.endsOn', { due: term.endsOn, settled: view.ended }),
        line('content.incubation.months', { key: 'content.months', params: { count: term.months } }),
        line(
          'content.incubation.paused',
          pauses.length === 0
            ? null
            : {
                all: [
                  { key: 'content.days', params: { count: paused } },
                  ...pauses.map((p): Shown => ({ from: p.from, to: p.endedOn ?? p.until })),
                ],
              },
        ),
        line(
          'content.incubation.pauseAsked',
          context.pauseAsked && {
            all: [{ date: context.pauseAsked.until }, { text: context.pauseAsked.reason }],
          },
        ),
        line(
          'content.incubation.extensions',
          context.extensions === 0 ? null : { key: 'content.times', params: { count: context.extensions } },
        ),
        line('content.incubation.certificate', context.certificate ? { code: context.certificate } : null),
      ]),
    },
  ];
}

/** What the organization was like when it came in, against which its growth is measured. */
function baselineSection(context: IncubationContext): readonly ContentSection[] {
  if (context.baseline === null) return [];
  const { documents, ...figures } = context.baseline;
  const values: Values = {
    ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [`baseline.${name}`, value])),
    ...(documents === undefined ? {} : { baselineDocument: documents }),
  };
  return [
    {
      id: 'baseline',
      kind: 'answers',
      title: { key: 'content.incubation.baseline' },
      fold: true,
      fields: activationFields(context, {}).filter((f) => f.name.startsWith('baseline')),
      values,
    },
  ];
}
