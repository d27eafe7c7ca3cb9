import { expect } from 'vitest';
import { verifyRecord } from '#app/operations/engine/verify-history.server.ts';
import type { Store } from '#db/connection.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import type { Client } from './kill-clients.ts';

/**
 * What became of a client's notes: how many that were confirmed are not there, and how many are there more than once. What is
 * there was sent, its chain holds, and each version of the record has its event.
 */
export async function accountOf(
  store: Store,
  client: Client,
  incubation: string,
): Promise<{ readonly lost: number; readonly doubled: number }> {
  const chain = await historyOf(store.read, 'incubation', incubation);
  const kept = chain
    .filter((event) => event.event === 'record_service')
    .map((event) => String((JSON.parse(event.input) as { note: string }).note));
  const counts = new Map<string, number>();
  for (const note of kept) counts.set(note, (counts.get(note) ?? 0) + 1);
  expect(kept.every((note) => client.sent.has(note))).toBe(true);
  expect((await verifyRecord(store.read, 'incubation', incubation)).fault).toBeNull();
  const { version } = await store.read
    .selectFrom('incubation')
    .select('version')
    .where('id', '=', incubation)
    .executeTakeFirstOrThrow();
  expect(chain.length, 'one event for each version').toBe(version);
  return {
    lost: [...client.confirmed].filter((note) => !counts.has(note)).length,
    doubled: [...counts.values()].filter((count) => count > 1).length,
  };
}
