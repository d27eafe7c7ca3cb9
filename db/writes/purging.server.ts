import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { PurgeRunTable } from '../tables.ts';
import { setInstanceValue } from './instance.server.ts';

/** Removes rows that are told by an id. Answers how many. */
export async function removeByIds(
  trx: OpenTransaction,
  table: 'outbox' | 'session' | 'link' | 'security_event',
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const result = await trx
    .deleteFrom(table)
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Removes lines of the security log. Its trigger lets nothing go but what lies before the mark that is set here. */
export async function removeSecurityEvents(
  trx: OpenTransaction,
  ids: readonly string[],
  keptSince: string,
): Promise<number> {
  await setInstanceValue(trx, 'securityLog.keptSince', keptSince);
  return removeByIds(trx, 'security_event', ids);
}

/** Removes the answers to forms that were given at or before an instant. */
export async function removeAnswersUntil(trx: OpenTransaction, until: string): Promise<number> {
  const result = await trx.deleteFrom('idempotency').where('created_at', '<=', until).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/**
 * Removes what an application says of people: its sections and documents, what its events kept apart, the words of its
 * snapshots (their hashes stay), and the contacts of its organization where nothing else came of it. The record and its
 * chain of history are not touched.
 */
export async function removePersonalData(trx: OpenTransaction, id: string, at: string): Promise<void> {
  await trx.deleteFrom('application_section').where('application_id', '=', id).execute();
  await trx
    .deleteFrom('document')
    .where('lifecycle', '=', 'application')
    .where('record_id', '=', id)
    .execute();
  await trx.updateTable('snapshot').set({ content: '' }).where('application_id', '=', id).execute();
  await trx
    .deleteFrom('event_apart')
    .where('history_seq', 'in', (eb) =>
      eb
        .selectFrom('history')
        .select('seq')
        .where('lifecycle', '=', 'application')
        .where('record_id', '=', id),
    )
    .execute();
  await trx.insertInto('purged_record').values({ lifecycle: 'application', record_id: id, at }).execute();
  await removeContactsOfApplicant(trx, id);
}

/** An organization that only applied, and of which no application is left that was not purged. */
async function removeContactsOfApplicant(trx: OpenTransaction, applicationId: string): Promise<void> {
  const { organization_id: organizationId } = await trx
    .selectFrom('application')
    .select('organization_id')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('organization')
    .set({ person_name: null, phone: null, email: null })
    .where('id', '=', organizationId)
    .where('standing', '=', 'applicant')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('application')
            .leftJoin('purged_record', (join) =>
              join
                .onRef('purged_record.record_id', '=', 'application.id')
                .on('purged_record.lifecycle', '=', 'application'),
            )
            .select('application.id')
            .where('application.organization_id', '=', organizationId)
            .where('purged_record.record_id', 'is', null),
        ),
      ),
    )
    .execute();
}

/** Remembers what a run removed: its first batch begins a line, the others add to it. */
export const addToPurgeRun = async (
  trx: OpenTransaction,
  run: Insertable<PurgeRunTable> & { readonly removed: number },
): Promise<void> => {
  await trx
    .insertInto('purge_run')
    .values(run)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ removed: eb('purge_run.removed', '+', run.removed) })),
    )
    .execute();
};
