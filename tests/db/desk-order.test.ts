import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { waitsFor } from '#db/reads/desk.server.ts';
import { temporaryStore } from '#tests/database.ts';
import { center, organization } from './rows.ts';

let store: Store;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ store, remove } = await temporaryStore());
});
afterEach(() => remove());

test('what is equally urgent stands in one order, whatever order it was written in: the same on either database', async () => {
  const since = '2026-03-02T01:00:00.000Z';
  await migrate(store, since);
  await store.write(async (trx) => {
    await trx.insertInto('center').values(center('a')).execute();
    await trx
      .insertInto('organization')
      .values(organization({ id: 'o', name: '同日' }))
      .execute();
  });
  for (const record_id of ['c', 'a', 'd', 'b'])
    await store.write((trx) =>
      trx
        .insertInto('wait')
        .values({
          lifecycle: 'application',
          record_id,
          role: 'manager',
          person_id: '',
          center_id: 'a',
          organization_id: 'o',
          organization_name: '同日',
          event: 'accept',
          state: 'submitted',
          since,
          due_at: null,
        })
        .execute(),
    );
  const memberships = [{ role: 'manager', scope: 'center', scopeId: 'a' }] as const;
  const owner = { personId: 'person', isRecused: false, memberships };
  const rows = await waitsFor(store.read, owner as never, new Map(), 10);
  expect(rows.map((row) => row.record_id)).toEqual(['a', 'b', 'c', 'd']);
});
