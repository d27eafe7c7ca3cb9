import { countedUpTo, keptSince, type PurgeKind, purgeKinds } from '#app/domain/keeping/retention.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { Connection, OpenTransaction } from '#db/connection.server.ts';
import {
  oldAnswers,
  oldApplications,
  oldLinks,
  oldMessages,
  oldSecurityEvents,
  oldSessions,
} from '#db/reads/purging.server.ts';
import {
  addToPurgeRun,
  removeAnswersUntil,
  removeByIds,
  removePersonalData,
  removeSecurityEvents,
} from '#db/writes/purging.server.ts';
import type { House } from '../house.ts';

interface Purge {
  /** What is due: ids, or for answers the instants, the oldest first. */
  readonly find: (db: Connection, before: string, limit: number) => Promise<readonly string[]>;
  /** Removes what was found and answers how many rows or records went. */
  readonly remove: (trx: OpenTransaction, found: readonly string[], at: string) => Promise<number>;
}

const withoutPeople = async (trx: OpenTransaction, ids: readonly string[], at: string) => {
  for (const id of ids) await removePersonalData(trx, id, at);
  return ids.length;
};

const purges: Readonly<Record<PurgeKind, Purge>> = {
  idempotency: {
    find: oldAnswers,
    remove: (trx, instants) => removeAnswersUntil(trx, instants.at(-1) ?? ''),
  },
  sessions: { find: oldSessions, remove: (trx, ids) => removeByIds(trx, 'session', ids) },
  links: { find: oldLinks, remove: (trx, ids) => removeByIds(trx, 'link', ids) },
  outbox: { find: oldMessages, remove: (trx, ids) => removeByIds(trx, 'outbox', ids) },
  securityEvents: {
    find: oldSecurityEvents,
    remove: (trx, ids, at) => removeSecurityEvents(trx, ids, keptSince('securityEvents', at)),
  },
  drafts: {
    find: (db, before, limit) => oldApplications(db, 'drafts', before, limit),
    remove: withoutPeople,
  },
  refusedApplications: {
    find: (db, before, limit) => oldApplications(db, 'refused', before, limit),
    remove: withoutPeople,
  },
};

const atOnce = 200;
const mostBatches = 10;

/** What a run would remove, counted up to a thousand of each kind: the dry run. */
export async function duePurges(db: Connection, now: string): Promise<Readonly<Record<PurgeKind, number>>> {
  const due = {} as Record<PurgeKind, number>;
  for (const kind of purgeKinds) {
    due[kind] = (await purges[kind].find(db, keptSince(kind, now), countedUpTo)).length;
  }
  return due;
}

/**
 * Removes what is no longer to be kept (`retention`), in batches that make nobody wait; what is left over goes with the next
 * run. What was removed is remembered, one line for a kind and run, in the transactions that remove it. Answers how many
 * of each kind.
 */
export async function purge(house: House): Promise<ReadonlyMap<PurgeKind, number>> {
  const removed = new Map<PurgeKind, number>();
  for (const kind of purgeKinds) {
    const { find, remove } = purges[kind];
    const runId = newId(house.clock.now());
    for (let batch = 0; batch < mostBatches; batch += 1) {
      const now = house.clock.now();
      const found = await find(house.store.read, keptSince(kind, now), atOnce);
      if (found.length === 0) break;
      const count = await house.store.write(async (trx) => {
        // asked again inside: another process may have been quicker
        const due = await find(trx, keptSince(kind, now), atOnce);
        const gone = due.length === 0 ? 0 : await remove(trx, due, now);
        if (gone > 0) await addToPurgeRun(trx, { id: runId, at: now, kind, removed: gone });
        return gone;
      });
      removed.set(kind, (removed.get(kind) ?? 0) + count);
      if (found.length < atOnce) break;
    }
  }
  return removed;
}
