import Sqlite from 'better-sqlite3';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { derivedRows } from '#app/operations/engine/rows.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import type { Store } from '#db/connection.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { lifecycles } from './template.ts';

/** Records of each lifecycle whose derived rows are compared with what the engine would keep. */
const sample = 40;
/** From so many organizations on, what reads the whole file is left to the smaller sizes. */
const tooManyForAll = 300_000;

export interface Checked {
  readonly organizations: number;
  readonly records: number;
  readonly events: number;
  readonly megabytes: number;
}

/**
 * Holds a generated database to what the engine would have kept: counters and sequences, chains and states of the
 * biggest center, timers, waits and assignments of a sample, keys between tables. Throws at the first thing that is wrong.
 */
export async function checkGenerated(store: Store, file: string): Promise<Checked> {
  const db = new Sqlite(file, { readonly: true });
  try {
    const one = (statement: string) => Number(db.prepare(statement).pluck().get());
    const organizations = one('select count(*) from organization');
    const counted = lifecycles
      .map(
        (name) => `select center_id, '${name}' as lifecycle, state, count(*) as n from ${name} group by 1, 3`,
      )
      .join(' union all ');
    const wrong = one(
      `select count(*) from (${counted}) as t full join counter as c
        on c.center_id = t.center_id and c.lifecycle = t.lifecycle and c.state = t.state
        where t.n is null or c.count is null or t.n <> c.count`,
    );
    if (wrong > 0) throw new Error(`${wrong} counters are not what they count`);
    if (one('select count(*) from organization_search') !== organizations)
      throw new Error('not every name is in the index');
    const misdated = `joined_on not glob '????-??-??' or created_at not glob '????-??-??T*'`;
    if (one(`select count(*) from organization where ${misdated}`) > 0) throw new Error('days that are none');
    if (organizations < tooManyForAll && (db.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error(
        `keys lead nowhere: ${JSON.stringify((db.pragma('foreign_key_check') as unknown[])[0])}`,
      );
    const biggest = db
      .prepare('select center_id from application group by 1 order by count(*) desc')
      .pluck()
      .get();
    const verified = await verifyHistory(store.read, String(biggest));
    if (verified.faults.length > 0) throw new Error(`history: ${JSON.stringify(verified.faults[0])}`);
    for (const name of lifecycles) await checkDerived(store, db, name);
    return {
      organizations,
      records: lifecycles.reduce((sum, name) => sum + one(`select count(*) from ${name}`), 0),
      events: one('select count(*) from history'),
      megabytes: Math.round((one('pragma page_count') * one('pragma page_size')) / 1e6),
    };
  } finally {
    db.close();
  }
}

async function checkDerived(store: Store, db: Sqlite.Database, name: LifecycleName): Promise<void> {
  const ids = db.prepare(`select id from ${name} order by substr(id, 20), id limit ${sample}`).pluck().all();
  for (const id of ids as string[]) {
    const record = await loadRecord(store.read, name, id);
    if (record === undefined) throw new Error(`${name} ${id} cannot be read`);
    const derived = derivedRows(name, record.row, record.context);
    const kept = (table: string, columns: string) =>
      db
        .prepare(`select ${columns} from ${table} where lifecycle = ? and record_id = ? order by ${columns}`)
        .raw()
        .all(name, id);
    const pairs = [
      [derived.timers.map((t) => [t.name, t.eventType, t.due]), kept('timer', 'name, event_type, due_at')],
      [derived.assignments.map((a) => [a.role, a.person_id]), kept('assignment', 'role, person_id')],
      [
        derived.waits.map((w) => [w.role, w.person_id, w.event, w.state, w.organization_name, w.due_at]),
        kept('wait', 'role, person_id, event, state, organization_name, due_at'),
      ],
    ] as const;
    for (const [needed, found] of pairs) {
      const sorted = needed.map((row) => JSON.stringify(row)).sort();
      const there = found.map((row) => JSON.stringify(row)).sort();
      if (JSON.stringify(sorted) !== JSON.stringify(there))
        throw new Error(`${name} ${id}: derived ${JSON.stringify(sorted)}, kept ${JSON.stringify(there)}`);
    }
  }
}
