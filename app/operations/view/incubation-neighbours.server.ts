import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { Content, ContentSection } from '#app/domain/lifecycles/content.ts';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { periodWords } from '#app/domain/lifecycles/progress-report/periods.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { paths } from '#app/paths.ts';
import { childrenOf, loadRecord } from '#db/reads/records.server.ts';
import type { House } from '../house.ts';
import { mayOpenBeside, stateTag } from './content-parts.server.ts';
import type { OpenedRecord } from './record-view.server.ts';

interface Child<C extends RecordContext> {
  readonly id: string;
  readonly state: string;
  readonly context: C;
}

/** What hangs on an incubation, as far as this reader may open it: application, reports, evaluations, graduation. */
export async function incubationNeighbours(
  house: House,
  actor: Actor,
  opened: OpenedRecord,
): Promise<Pick<Content, 'facts' | 'sections'>> {
  const { view } = opened;
  const db = house.store.read;
  const readable = async <C extends RecordContext>(lifecycle: LifecycleName): Promise<readonly Child<C>[]> =>
    (await childrenOf(db, lifecycle, view.id))
      .map((row) => ({ id: row.id, state: row.state, context: JSON.parse(row.facts) as C }))
      .filter((child) => mayOpenBeside(actor, opened, lifecycle, child.context));
  const [application, reports, evaluations, graduations] = await Promise.all([
    view.parentId === null ? undefined : loadRecord(db, 'application', view.parentId),
    readable<ProgressReportContext>('progress_report'),
    readable<EvaluationContext>('evaluation'),
    readable('graduation'),
  ]);
  return {
    facts: [
      ...(application && mayOpenBeside(actor, opened, 'application', application.context)
        ? [
            {
              label: { key: 'content.incubation.application' },
              value: {
                href: paths.record('application', application.row.id),
                label: application.row.number
                  ? { text: application.row.number }
                  : { key: 'content.incubation.openApplication' },
              },
            },
          ]
        : []),
      ...graduations.slice(-1).map((g) => ({
        label: { key: 'graduation.title' },
        value: { href: paths.record('graduation', g.id), label: { key: `graduation.state.${g.state}` } },
      })),
    ],
    sections: [...reportsSection(opened, reports), ...evaluationsSection(opened, evaluations)],
  };
}

/** By the end of the period; an amendment comes after what it amends. */
const placeOf = ({ id, context: { period, amendment } }: Child<ProgressReportContext>): string =>
  `${period.to} ${period.kind} ${amendment === undefined ? '' : id}`;

function reportsSection(
  { view }: OpenedRecord,
  reports: readonly Child<ProgressReportContext>[],
): readonly ContentSection[] {
  if (reports.length === 0) return [];
  return [
    {
      id: 'reports',
      kind: 'table',
      title: { key: 'content.reports' },
      head: [
        { label: { key: 'content.reports.period' } },
        { label: { key: 'content.reports.due' } },
        { label: { key: 'content.reports.state' } },
        { label: { key: 'content.reports.daysLate' }, number: true },
      ],
      rows: [...reports]
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .map(({ id, state, context }) => ({
          id,
          href: paths.record('progress_report', id),
          cells: [
            context.amendment === undefined
              ? periodWords(context.period)
              : {
                  all: [
                    periodWords(context.period),
                    { tag: { key: 'progress_report.kind.amendment' }, tone: 'neutral' },
                  ],
                },
            {
              due: context.dueOn,
              settled: view.ended || !['open', 'draft', 'overdue', 'scheduled'].includes(state),
            },
            stateTag('progress_report', state),
            context.daysLate === 0 ? null : { number: context.daysLate },
          ],
        })),
      empty: { key: 'content.none' },
    },
  ];
}

function evaluationsSection(
  { view }: OpenedRecord,
  evaluations: readonly Child<EvaluationContext>[],
): readonly ContentSection[] {
  const mayOpenSpecial =
    !view.ended &&
    (view.roles.includes('director') || view.roles.includes('supervisor')) &&
    !evaluations.some((e) => e.context.kind === 'special' && !isFinal(lifecycleNamed('evaluation'), e.state));
  if (evaluations.length === 0 && !mayOpenSpecial) return [];
  return [
    {
      id: 'evaluations',
      kind: 'table',
      title: { key: 'content.evaluations' },
      ...(mayOpenSpecial
        ? {
            action: {
              label: { key: 'content.special.open' },
              href: paths.specialEvaluation(view.id),
            },
          }
        : {}),
      head: [
        { label: { key: 'content.evaluations.kind' } },
        { label: { key: 'content.evaluations.state' } },
        { label: { key: 'content.evaluations.verdict' } },
        { label: { key: 'content.evaluations.score' }, number: true },
      ],
      rows: evaluations.map(({ id, state, context }) => ({
        id,
        href: paths.record('evaluation', id),
        cells: [
          { key: `evaluation.kind.${context.kind}` },
          stateTag('evaluation', state),
          context.result ? { key: `evaluation.verdict.${context.result.verdict}` } : null,
          context.result?.participated ? { score: context.result.score } : null,
        ],
      })),
      empty: { key: 'content.evaluations.none' },
    },
  ];
}
