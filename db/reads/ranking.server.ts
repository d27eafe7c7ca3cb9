import type { Selectable } from 'kysely';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import type { Connection } from '../connection.server.ts';
import type { RecordTable } from '../tables.ts';

/** An application of a call, with what its panel left in its context. */
export interface CallApplication {
  readonly row: Selectable<RecordTable>;
  readonly context: ApplicationContext;
  readonly regionCode: string;
}

/** More applications than a call ever has. */
const mostOfCall = 500;

/** Every application of a call that was sent in, the best score first. */
export async function applicationsOfCall(
  db: Connection,
  callId: string,
): Promise<readonly CallApplication[]> {
  const rows = await db
    .selectFrom('application')
    .innerJoin('center', 'center.id', 'application.center_id')
    .selectAll('application')
    .select('center.region_code')
    .where('application.parent_id', '=', callId)
    .where('application.state', '!=', 'draft')
    .orderBy('application.score', 'desc')
    .orderBy('application.id')
    .limit(mostOfCall)
    .execute();
  return rows.map(({ region_code: regionCode, ...row }) => ({
    row,
    context: JSON.parse(row.facts) as ApplicationContext,
    regionCode,
  }));
}
