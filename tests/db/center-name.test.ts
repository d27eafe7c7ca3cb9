import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { onlyCenterName } from '#db/reads/centers.server.ts';
import { temporaryStore } from '#tests/database.ts';
import { center } from './rows.ts';

let store: Store;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ store, remove } = await temporaryStore());
  await migrate(store, '2026-03-02T01:00:00.000Z');
});
afterEach(() => remove());

const put = (id: string, names: { readonly name: string; readonly name_en: string }) =>
  store.write((trx) =>
    trx
      .insertInto('center')
      .values({ ...center(id), ...names })
      .execute(),
  );

test('the only center is called by its name in the reader’s language; of several none is', async () => {
  expect(await onlyCenterName(store.read)).toBeNull();
  await put('a', { name: '孵化中心', name_en: 'Incubation Center' });
  expect(await onlyCenterName(store.read)).toBe('孵化中心');
  expect(await onlyCenterName(store.read, { english: true })).toBe('Incubation Center');
  await put('b', { name: '第二中心', name_en: '' });
  expect(await onlyCenterName(store.read)).toBeNull();
});

test('a center without an English name keeps its own', async () => {
  await put('a', { name: '孵化中心', name_en: '' });
  expect(await onlyCenterName(store.read, { english: true })).toBe('孵化中心');
});
