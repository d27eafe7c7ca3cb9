import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginApplication } from '#app/domain/lifecycles/application/begin.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { moveCommand } from '#app/jobs/move-to-postgres.server.ts';
import { createCenter } from '#app/operations/admin/create-center.server.ts';
import { workAt } from '#app/operations/engine/begin-work.server.ts';
import { takeCheckpoint } from '#app/operations/engine/checkpoint.server.ts';
import { begin } from '#app/operations/engine/move.server.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { openStore, type Store } from '#db/connection.server.ts';
import { namesMatching } from '#db/dialects/search.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { indexOrganizationName } from '#db/writes/search.server.ts';
import { newPlace, openPlace, type Place, removePlace } from '#tests/database.ts';
import { organization } from '#tests/db/rows.ts';
import { monday } from '#tests/world.ts';

let folder: string;
let place: Place;
const said: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hatchery-move-'));
  place = await newPlace(folder);
  said.length = 0;
});
afterEach(async () => {
  await removePlace(place);
  rmSync(folder, { recursive: true, force: true });
});

/** A center in a file with organizations whose applications have begun; more than go into one statement. */
async function installation(organizations: number): Promise<string> {
  const store = openStore({ file: join(folder, 'hatchery.db') });
  await migrate(store, monday);
  const house = { store, clock: movableClock(monday) };
  const centerId = await createCenter(house, {
    name: '城关街道社会组织孵化中心',
    nameEn: 'Center',
    regionCode: '411025001',
    address: '',
    phone: '',
    introduction: '',
    introductionEn: '',
    seats: 2,
  });
  for (let n = 0; n < organizations; n += 1) await applicant(store, centerId, n);
  await takeCheckpoint(house);
  await store.close();
  return centerId;
}

const applicant = (store: Store, centerId: string, n: number): Promise<unknown> =>
  store.write(async (trx) => {
    const id = `org${String(n).padStart(4, '0')}`;
    const name = `文昌社区第${n}志愿服务队`;
    await trx
      .insertInto('organization')
      .values(organization({ id, name, center_id: centerId }))
      .execute();
    await indexOrganizationName(trx, id, name);
    const settings = settingsWith();
    return begin(
      workAt(trx, monday, { personId: null, name: '', memberships: [], automatic: 'system' }, 'test'),
      {
        lifecycle: 'application',
        centerId,
        organization: { id, name },
        parentId: null,
        context: beginApplication({
          at: monday,
          settings,
          track: 'recorded',
          callId: '',
          closesAt: null,
        } as never),
      },
    );
  });

const move = () =>
  moveCommand({
    env: { DATA_DIR: folder, DATABASE_URL: (place as { readonly url: string }).url },
    folder,
    out: (line) => void said.push(line),
    err: (line) => void said.push(line),
  });

test('an installation moves whole: counts, hashes, chains, names and the next place in the history', async () => {
  const centerId = await installation(450);
  expect(await move()).toBe(0);
  expect(said.find((line) => line.startsWith('organization\t'))).toMatch(/^organization\t450\t[0-9a-f]{64}$/);
  const store = await openPlace(place);
  try {
    expect(await verifyHistory(store.read, centerId)).toMatchObject({
      records: 450,
      events: 450,
      faults: [],
    });
    const names = namesMatching(store.read, [centerId], '志愿');
    const { rows } = await sql<{ id: string }>`select organization_id as id from ${names} as n
      order by seq desc limit 2`.execute(store.read);
    expect(rows.map((row) => row.id)).toEqual(['org0449', 'org0448']);
    const before = await store.read
      .selectFrom('history')
      .select('seq')
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    await applicant(store, centerId, 9999);
    const after = await store.read
      .selectFrom('history')
      .select('seq')
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(after?.seq).toBe((before?.seq ?? 0) + 1);
  } finally {
    await store.close();
  }
});

test('what is not empty is not moved into', async () => {
  await installation(1);
  expect(await move()).toBe(0);
  expect(await move()).toBe(1);
  expect(said.join('\n')).toContain('not empty');
});

test('a table that does not arrive as it was sent undoes everything', async () => {
  await installation(3);
  const store = await openPlace(place);
  await migrate(store, monday);
  await store.write(async (trx) => {
    await sql`create function spoil() returns trigger language plpgsql as $$
      begin new.name := new.name || '。'; return new; end $$`.execute(trx);
    await sql`create trigger spoil before insert on organization for each row execute function spoil()`.execute(
      trx,
    );
  });
  expect(await move()).toBe(1);
  expect(said.join('\n')).toContain('organization');
  expect(await store.read.selectFrom('center').select('id').execute()).toEqual([]);
  await store.close();
});

test('a chain that does not verify is not moved', async () => {
  await installation(2);
  const { tamperWith } = await import('#tests/tampering.ts');
  await tamperWith({ file: join(folder, 'hatchery.db') }, [
    "update history set actor_name = 'x' where record_id = (select min(record_id) from history)",
  ]);
  expect(await move()).toBe(1);
  expect(said.join('\n')).toContain('history');
});
