// A process of its own, recorded: commits one transaction after the other through the project's own store, and says of
// each when it is told that it is done.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { openStore } from '#db/connection.server.ts';

const [folder = '', count = '0', mode = ''] = process.argv.slice(2);

if (mode === 'NORMAL') {
  // What the driver does by itself, behind the back of the check
  const pragma = Sqlite.prototype.pragma;
  Sqlite.prototype.pragma = function (this: Sqlite.Database, source: string, options?: Sqlite.PragmaOptions) {
    if (source.startsWith('synchronous =')) return undefined;
    if (source === 'synchronous') return 2;
    return pragma.call(this, source, options);
  };
}

const store = openStore({ file: join(folder, 'hatchery.db') });
const said = openSync(join(folder, 'said'), 'a');
for (let n = 1; n <= Number(count); n += 1) {
  await store.write(async (trx) => {
    await trx
      .insertInto('sequence')
      .values({ name: `power-${n}`, last: n })
      .execute();
    await trx
      .insertInto('instance')
      .values({ name: `power-${n}`, value: 'x'.repeat((n * 37) % 3000) })
      .execute();
  });
  writeSync(said, `${n}\n`);
  fdatasyncSync(said);
  // the file is checkpointed often, so that cuts fall there too
  if (n % 10 === 0) await sql`pragma wal_checkpoint(passive)`.execute(store.read).catch(() => {});
}
closeSync(said);
process.exit(0);
