import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { World } from '#tests/world.ts';

/** What asking may leave behind: the security log, counts of requests, and that a session was used. */
const mayChange = new Set(['security_event', 'request_count', 'session']);

/** Everything that a refused request must leave as it was. */
export interface Watch {
  /** The tables that changed since the last time of asking. */
  readonly changed: () => readonly string[];
  readonly close: () => void;
}

/** Watches the tables of a world. Cheap where nothing was committed: SQLite says so by itself. */
export function watchTables(world: World): Watch {
  const db = new Sqlite(join(world.folder, 'hatchery.db'), { readonly: true });
  const tables = db
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'organization_grams%'",
    )
    .pluck()
    .all() as string[];
  const digests = () =>
    new Map(
      tables
        .filter((name) => !mayChange.has(name))
        .map((name) => {
          const hash = createHash('sha256');
          for (const row of db.prepare(`select * from "${name}"`).raw().iterate())
            hash.update(JSON.stringify(row));
          return [name, hash.digest('hex')] as const;
        }),
    );
  let version = db.pragma('data_version', { simple: true });
  let known = digests();
  return {
    changed: () => {
      const now = db.pragma('data_version', { simple: true });
      if (now === version) return [];
      version = now;
      const before = known;
      known = digests();
      return [...known].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
    },
    close: () => db.close(),
  };
}
