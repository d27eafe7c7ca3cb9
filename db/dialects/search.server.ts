import { setTimeout as pause } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Connection, OpenTransaction, Store } from '../connection.server.ts';
import { dialectOf } from './dialect-of.server.ts';
import { type FoundName, matchOfQuery, type SoughtWords } from './name-match.server.ts';
import * as postgres from './postgres-search.server.ts';
import * as sqlite from './sqlite-search.server.ts';

const searches = { postgres, sqlite };

/** Names that are sought: the words, and whether centers are among them. */
export interface SoughtNames {
  readonly words: SoughtWords;
  readonly inCenters: boolean;
}

/**
 * What a query seeks in the index of names: every word of it, in one of the centers. Centers narrow it where they are
 * few; without any, all centers. Null when the query holds no letter.
 */
export function soughtNames(db: Connection, centerIds: readonly string[], query: string): SoughtNames | null {
  const match = matchOfQuery(centerIds, query);
  if (match === null) return null;
  return { words: searches[dialectOf(db)].soughtWords(match), inCenters: match.centers.length > 0 };
}

/** The organizations that are sought, as a table expression to join with, newest index entry last. */
export const namesSought = (db: Connection, { words, inCenters }: SoughtNames): RawBuilder<FoundName> =>
  searches[dialectOf(db)].foundNames(words, inCenters);

/** Those whose name holds every word of a query, in one step; null when the query holds no letter. */
export function namesMatching(
  db: Connection,
  centerIds: readonly string[],
  query: string,
): RawBuilder<FoundName> | null {
  const sought = soughtNames(db, centerIds, query);
  return sought === null ? null : namesSought(db, sought);
}

/** How many names match, counted no further than `most`. */
export async function countMatching(
  db: Connection,
  centerIds: readonly string[],
  query: string,
  most: number,
): Promise<number> {
  const names = namesMatching(db, centerIds, query);
  if (names === null) return 0;
  const { rows } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from ${names} as m limit ${most}) as counted`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The place of an organization in the index: where a page that follows it goes on. */
export const seqOf = (organizationId: string): RawBuilder<number> =>
  sql<number>`(select seq from organization_search where organization_id = ${organizationId})`;

/** Puts a name into the index, or what it is called now in the place of what it was called. */
export const indexName = (trx: OpenTransaction, centerId: string, id: string, name: string): Promise<void> =>
  searches[dialectOf(trx)].putName(trx, centerId, id, name);

/** More steps than an index of some million names takes. */
const MOST_STEPS = 20_000;

/** Between two steps others have the file for at least so long: on the way from one process to another only time helps. */
const PAUSE_MS = 20;
/** So few parts cost a search next to nothing. */
const PARTS_LEFT = 3;

/**
 * Puts the index of names in order where it lies in many parts, in many small transactions with pauses as long as they, so
 * that whoever writes meanwhile, in another process too, waits for one of them. The last one throws the old parts away: half a second at a hundred thousand names, one at a million.
 * PostgreSQL does it by itself.
 */
export async function tidyNames(store: Store): Promise<void> {
  if (store.dialect === 'postgres' || (await sqlite.partsOfNames(store.read)) <= PARTS_LEFT) return;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const begun = performance.now();
    if (!(await store.write((trx) => sqlite.mergeNames(trx, { first: step === 0 })))) return;
    await pause(Math.max(PAUSE_MS, performance.now() - begun));
  }
}
