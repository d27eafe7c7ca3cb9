import type { Field, Values } from '#app/domain/forms/field.ts';
import { numberOf } from '#app/domain/forms/values.ts';
import type { ContentSection, Shown } from '#app/domain/lifecycles/content.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { cumulativeAfter, type Figures } from '#app/domain/lifecycles/progress-report/figures.ts';
import { own, reportFields, reportValues } from '#app/domain/lifecycles/progress-report/form.ts';
import { periodWords } from '#app/domain/lifecycles/progress-report/periods.ts';
import { standingFor, sumsBefore } from '#app/domain/lifecycles/progress-report/siblings.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { paths } from '#app/paths.ts';
import { namesOf } from '#db/reads/people.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { type ReportOfIncubation, reportsOfIncubation } from '#db/reads/reports.server.ts';
import { amendmentSections } from './amendment-sections.server.ts';
import type { ContentReader } from './content.server.ts';
import { doorOf, given, isOrganization, line, mayOpenBeside, typed } from './content-parts.server.ts';

/** What is measured, side by side with the period before and the sums since the beginning. */
const compared = reportFields.filter(
  (f) => f.kind === 'integer' || f.kind === 'decimal' || f.kind === 'money',
);

/**
 * A progress report as its readers see it. Its organization sees what it is writing; the others see what was handed in
 * last, and nothing before that.
 */
export const progressReportContent: ContentReader = async (house, actor, opened) => {
  const { view, record } = opened;
  const context = record.context as ProgressReportContext;
  const db = house.store.read;
  const [parent, siblings, names] = await Promise.all([
    view.parentId === null ? undefined : loadRecord(db, 'incubation', view.parentId),
    view.parentId === null ? [] : reportsOfIncubation(db, view.parentId),
    namesOf(
      db,
      context.versions.flatMap((v) => (v.by === null ? [] : [v.by])),
    ),
  ]);
  const others = siblings.filter((s) => s.id !== view.id);
  const previous = reportBefore(context, others);
  const values = shownValues(view, context);
  const sums = values === null ? null : cumulativeAfter(sumsBefore(context.period, others), values);
  return {
    facts: [
      {
        label: { key: 'content.reports.period' },
        value: periodWords(context.period),
      },
      {
        label: { key: 'content.report.covers' },
        value: { from: context.period.from, to: context.period.to },
      },
      {
        label: { key: 'content.reports.due' },
        value: { due: context.dueOn, settled: view.ended || context.versions.length > 0 },
      },
      ...(context.daysLate > 0
        ? [
            {
              label: { key: 'content.reports.daysLate' },
              value: { key: 'content.days', params: { count: context.daysLate } },
            },
          ]
        : []),
      ...(parent && mayOpenBeside(actor, opened, 'incubation', parent.context)
        ? [
            {
              label: { key: 'incubation.title' },
              value: {
                href: paths.record('incubation', parent.row.id),
                label: { key: `incubation.state.${parent.row.state}` },
              },
            },
          ]
        : []),
    ],
    sections: [
      ...waivedSection(context),
      ...amendmentSections(view, context, others),
      ...commentsSection(view, context),
      ...figuresSections(values, previous, sums),
      ...answersSections(view, context, values),
      ...versionsSection(context, (id) => names.get(id) ?? null),
    ],
  };
};

/** The organization's own draft while it writes; for everyone else the newest version that was handed in. */
function shownValues(view: RecordView, context: ProgressReportContext): Values | null {
  const handedIn = context.versions.at(-1)?.values ?? null;
  const writing = ['open', 'draft', 'overdue', 'returned', 'amendment_asked', 'amending'].includes(
    view.state,
  );
  if (!isOrganization(view) || !writing) return handedIn;
  return context.savedAt === null && handedIn === null ? null : reportValues(context);
}

/** The report of the same kind for the period before, with what was handed in last. */
function reportBefore(context: ProgressReportContext, others: readonly ReportOfIncubation[]): Values | null {
  const before = others
    .filter((s) => s.context.period.kind === context.period.kind && s.context.period.to < context.period.from)
    .filter((s) => s.context.versions.length > 0 && s.context.amendment === undefined)
    .at(-1);
  if (before === undefined) return null;
  return standingFor(before, others).context.versions.at(-1)?.values ?? null;
}

const figureShown = (field: Field, values: Values | null): Shown | null => {
  const value = values === null ? null : numberOf(values, field.name);
  if (value === null) return null;
  return field.kind === 'money' ? { fen: value } : { number: value };
};

const sumShown = (field: Field, sums: Figures | null): Shown | null =>
  sums !== null && Object.hasOwn(sums, field.name) ? figureShown(field, { ...sums }) : null;

function figuresSections(
  values: Values | null,
  previous: Values | null,
  sums: Figures | null,
): readonly ContentSection[] {
  if (values === null) return [];
  return [
    {
      id: 'figures',
      kind: 'table',
      title: { key: 'content.report.figures' },
      head: [
        { label: { key: 'content.report.figure' } },
        { label: { key: 'content.report.thisPeriod' }, number: true },
        ...(previous === null ? [] : [{ label: { key: 'content.report.before' }, number: true }]),
        ...(sums === null ? [] : [{ label: { key: 'content.report.soFar' }, number: true }]),
      ],
      rows: compared.map((field) => ({
        id: field.name,
        cells: [
          own(field.name),
          figureShown(field, values),
          ...(previous === null ? [] : [figureShown(field, previous)]),
          ...(sums === null ? [] : [sumShown(field, sums)]),
        ],
      })),
      empty: { key: 'content.none' },
    },
  ];
}

function answersSections(
  view: RecordView,
  context: ProgressReportContext,
  values: Values | null,
): readonly ContentSection[] {
  const door = doorOf(view, 'edit');
  if (values === null)
    return [
      {
        id: 'answers',
        kind: 'text',
        title: { key: 'content.report.answers' },
        ...(door ? { action: door } : {}),
        text: { key: isOrganization(view) ? 'content.report.notBegun' : 'content.report.notHandedIn' },
      },
    ];
  const names = new Set(compared.map((f) => f.name));
  return [
    {
      id: 'answers',
      kind: 'answers',
      title: { key: 'content.report.answers' },
      ...(context.savedAt !== null && isOrganization(view) && door
        ? { note: { instant: context.savedAt } }
        : {}),
      ...(door ? { action: door } : {}),
      fields: reportFields.filter((f) => !names.has(f.name)),
      values,
    },
  ];
}

/** What the manager said of single answers, and what was answered. */
function commentsSection(view: RecordView, { comments }: ProgressReportContext): readonly ContentSection[] {
  if (comments.length === 0) return [];
  return [
    {
      id: 'comments',
      kind: 'entries',
      title: { key: 'content.report.comments' },
      entries: comments.map((c) => ({
        id: c.field,
        title: own(c.field),
        ...(view.state === 'returned' && c.answer === null
          ? { tag: { label: { key: 'content.report.toAnswer' }, tone: 'attention' as const } }
          : {}),
        lines: given([
          line('content.report.comment', typed(c.text)),
          line('content.report.commentAnswer', typed(c.answer)),
        ]),
      })),
      empty: { key: 'content.none' },
    },
  ];
}

/** Every version that was handed in, with the hash that proves it. */
function versionsSection(
  { versions }: ProgressReportContext,
  nameOf: (id: string) => string | null,
): readonly ContentSection[] {
  if (versions.length === 0) return [];
  return [
    {
      id: 'versions',
      kind: 'entries',
      title: { key: 'content.report.versions' },
      fold: true,
      entries: [...versions].reverse().map((v) => ({
        id: `version-${v.number}`,
        title: { key: 'content.report.version', params: { number: v.number } },
        lines: given([
          line('content.report.handedInAt', { instant: v.at }),
          line('content.report.handedInBy', v.by === null ? null : typed(nameOf(v.by))),
          line('content.report.hash', { code: v.hash }),
        ]),
      })),
      empty: { key: 'content.none' },
    },
  ];
}

const waivedSection = ({ waivedFor }: ProgressReportContext): readonly ContentSection[] =>
  waivedFor === null
    ? []
    : [
        {
          id: 'waived',
          kind: 'text',
          title: { key: 'content.report.waived' },
          text: { key: `content.report.waived.${waivedFor}` },
        },
      ];
