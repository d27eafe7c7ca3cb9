import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import type { Connection } from '../connection.server.ts';

export interface ReportOfIncubation {
  readonly id: string;
  readonly state: string;
  readonly context: ProgressReportContext;
}

/** All progress reports of an incubation, by the end of their period; a term has a few. */
export async function reportsOfIncubation(
  db: Connection,
  incubationId: string,
): Promise<readonly ReportOfIncubation[]> {
  const rows = await db
    .selectFrom('progress_report')
    .select(['id', 'state', 'facts'])
    .where('parent_id', '=', incubationId)
    .execute();
  return rows
    .map((row) => ({ id: row.id, state: row.state, context: JSON.parse(row.facts) as ProgressReportContext }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** By the end of the period; a quarter before the year that ends with it, an amendment after what it amends. */
const placeOf = ({ id, context: { period, amendment } }: ReportOfIncubation): string =>
  `${period.to} ${period.kind === 'yearly' ? 1 : 0} ${amendment === undefined ? '' : id}`;
