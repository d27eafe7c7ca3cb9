import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';

const at = '2026-03-02T01:00:00.000Z';
const mark = 'hash-of-a-password-marker';
const people = 300;

test('what is deleted is wiped: no hash of a password is left in the file once its account is gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-wiped-'));
  const file = join(folder, 'hatchery.db');
  /** How often the mark stands in the file and what lies beside it. */
  const copies = () =>
    readdirSync(folder).reduce(
      (sum, name) => sum + readFileSync(join(folder, name), 'latin1').split(mark).length - 1,
      0,
    );
  const first = openStore({ file });
  await migrate(first, at);
  await first.write(async (trx) => {
    for (let i = 0; i < people; i += 1)
      await trx
        .insertInto('person')
        .values({
          id: `person-${i}`,
          email: `person${i}@test.example`,
          name: '某人',
          phone: null,
          password_hash: `${mark}-${i}`.padEnd(96, '.'),
          locale: null,
          email_verified_at: null,
          disabled_at: null,
          password_changed_at: null,
          created_at: at,
          version: 1,
          expires_on: null,
          signed_in_at: null,
        })
        .execute();
  });
  await first.close();
  expect(copies()).toBeGreaterThanOrEqual(people);
  const second = openStore({ file });
  await second.write((trx) => trx.deleteFrom('person').execute());
  await second.close();
  expect(copies()).toBe(0);
  rmSync(folder, { recursive: true });
});
