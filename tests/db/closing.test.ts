import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';

test('closing puts the -wal away, also where nobody read: what is left is one file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-closing-'));
  const file = join(folder, 'hatchery.db');
  const first = openStore({ file });
  await migrate(first, '2026-03-02T01:00:00.000Z');
  await first.close();
  const second = openStore({ file });
  await second.write((trx) => trx.insertInto('instance').values({ name: 'x', value: 'y' }).execute());
  expect(existsSync(`${file}-wal`)).toBe(true);
  await second.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  rmSync(folder, { recursive: true });
});
