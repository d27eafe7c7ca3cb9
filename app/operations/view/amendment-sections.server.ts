import type { Field, Values } from '#app/domain/forms/field.ts';
import { documentsOf, numberOf, rowsOf, textOf } from '#app/domain/forms/values.ts';
import type { ContentEntry, ContentSection, Shown } from '#app/domain/lifecycles/content.ts';
import { amendedFields } from '#app/domain/lifecycles/progress-report/amendment.ts';
import type { Amendment, ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { own, reportFields } from '#app/domain/lifecycles/progress-report/form.ts';
import { periodWords } from '#app/domain/lifecycles/progress-report/periods.ts';
import { standingFor } from '#app/domain/lifecycles/progress-report/siblings.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { paths } from '#app/paths.ts';
import type { ReportOfIncubation } from '#db/reads/reports.server.ts';
import { amendmentOpenOf } from '../request-amendment.server.ts';
import { documentsShown, given, line, stateTag, typed } from './content-parts.server.ts';

/**
 * How a report hangs together with its amendments (更正): an amendment beside what it amends, an accepted report beside
 * what it was amended to; both versions side by side.
 */
export function amendmentSections(
  view: RecordView,
  context: ProgressReportContext,
  others: readonly ReportOfIncubation[],
): readonly ContentSection[] {
  if (context.amendment !== undefined) return ofAmendment(context, context.amendment, others);
  if (view.state !== 'accepted') return [];
  const own: ReportOfIncubation = { id: view.id, state: view.state, context };
  const amendments = others.filter((r) => r.context.amendment?.reportId === view.id);
  const mayAsk = view.roles.includes('lead') && amendmentOpenOf(view.id, others) === null;
  if (amendments.length === 0 && !mayAsk) return [];
  const standing = standingFor(own, others);
  return [
    {
      id: 'amendments',
      kind: 'entries',
      title: { key: 'content.amendments' },
      ...(standing.id === view.id ? {} : { note: { key: 'content.amendment.done' } }),
      ...(mayAsk
        ? { action: { label: { key: 'content.amendment.ask' }, href: paths.amendment(view.id) } }
        : {}),
      entries: amendments.map((report, i) => amendmentEntry(report, i + 1)),
      empty: { key: 'content.amendment.none' },
    },
    ...(standing.id === view.id ? [] : [sideBySide(context.draft, standing.context.draft)]),
  ];
}

function amendmentEntry({ id, state, context }: ReportOfIncubation, number: number): ContentEntry {
  const tag = stateTag('progress_report', state);
  return {
    id: `amendment-${number}`,
    title: { key: 'content.amendment.number', params: { number } },
    ...('tag' in tag ? { tag: { label: tag.tag, tone: tag.tone } } : {}),
    lines: given([
      line('content.amendment.reason', reasonShown(context.amendment)),
      line('content.amendment.acceptedAt', context.acceptedAt ? { instant: context.acceptedAt } : null),
      line('content.amendment.report', {
        href: paths.record('progress_report', id),
        label: { key: 'content.amendment.open' },
      }),
    ]),
  };
}

const reasonShown = (amendment: Amendment | undefined): Shown | null =>
  amendment?.follows === undefined ? typed(amendment?.reason) : { key: 'content.amendment.follows' };

function ofAmendment(
  context: ProgressReportContext,
  amendment: Amendment,
  others: readonly ReportOfIncubation[],
): readonly ContentSection[] {
  const cause = others.find((r) => r.id === amendment.follows);
  return [
    {
      id: 'amendment',
      kind: 'facts',
      title: { key: 'content.amendment' },
      lines: given([
        line('content.amendment.of', {
          href: paths.record('progress_report', amendment.reportId),
          label: periodWords(context.period),
        }),
        line('content.amendment.reason', reasonShown(amendment)),
        line(
          'content.amendment.because',
          cause === undefined
            ? null
            : {
                href: paths.record('progress_report', cause.id),
                label: periodWords(cause.context.period),
              },
        ),
        line('content.amendment.fields', { all: amendment.fields.map(own) }),
      ]),
    },
    ...(amendedFields(amendment.before, context.draft).length === 0
      ? []
      : [sideBySide(amendment.before, context.draft)]),
  ];
}

/** Every answer that differs, as it was and as it is. */
function sideBySide(before: Values, after: Values): ContentSection {
  const changed = amendedFields(before, after);
  return {
    id: 'amended',
    kind: 'table',
    title: { key: 'content.amendment.sideBySide' },
    head: [
      { label: { key: 'content.report.figure' } },
      { label: { key: 'content.amendment.before' } },
      { label: { key: 'content.amendment.after' } },
    ],
    rows: reportFields
      .filter((field) => changed.includes(field.name))
      .map((field) => ({
        id: field.name,
        cells: [own(field.name), answerShown(field, before), answerShown(field, after)],
      })),
    empty: { key: 'content.none' },
  };
}

function answerShown(field: Field, values: Values): Shown | null {
  switch (field.kind) {
    case 'money':
    case 'integer':
    case 'decimal': {
      const value = numberOf(values, field.name);
      if (value === null) return null;
      return field.kind === 'money' ? { fen: value } : { number: value };
    }
    case 'files':
      return documentsShown(documentsOf(values, field.name));
    case 'rows':
      return {
        all: rowsOf(values, field.name).map((row) => ({
          key: 'content.amendment.indicator',
          params: {
            indicator: String(row.indicator ?? ''),
            plan: String(row.plan ?? ''),
            actual: String(row.actual ?? ''),
            explanation: String(row.explanation ?? ''),
          },
        })),
      };
    default:
      return typed(textOf(values, field.name));
  }
}
