import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#db/connection.server.ts';
import { gramsOfName, gramsOfQuery } from '#db/dialects/name-grams.server.ts';
import { countMatching, namesMatching, tidyNames } from '#db/dialects/search.server.ts';
import { partsOfNames } from '#db/dialects/sqlite-search.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { listRecords } from '#db/reads/lists.server.ts';
import { indexOrganizationName } from '#db/writes/search.server.ts';
import { engine, temporaryStore } from '#tests/database.ts';
import { center, organization } from './rows.ts';

const now = '2026-03-02T01:00:00.000Z';
let store: Store;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ store, remove } = await temporaryStore());
  await migrate(store, now);
  await store.write(async (trx) => {
    await trx
      .insertInto('center')
      .values([center('a'), center('b')])
      .execute();
  });
});

afterEach(() => remove());

async function named(id: string, name: string, centerId = 'a'): Promise<void> {
  await store.write(async (trx) => {
    await trx
      .insertInto('organization')
      .values(organization({ id, name, center_id: centerId }))
      .execute();
    await indexOrganizationName(trx, id, name);
  });
}

async function found(query: string, centers: readonly string[] = ['a']): Promise<readonly string[]> {
  const names = namesMatching(store.read, centers, query);
  if (names === null) return [];
  const { rows } = await sql<{
    organization_id: string;
  }>`select organization_id from ${names} as n order by seq`.execute(store.read);
  return rows.map((r) => r.organization_id);
}

describe('searching organizations by name', () => {
  it('finds by two characters, by one, and by words apart', async () => {
    await named('1', '襄城县城关街道文昌社区夕阳红志愿服务队');
    await named('2', '襄城县茨沟街道邻里互助社');
    expect(await found('夕阳')).toEqual(['1']);
    expect(await found('社')).toEqual(['1', '2']);
    expect(await found('队')).toEqual(['1']);
    expect(await found('文昌 志愿')).toEqual(['1']);
    expect(await found('文昌 互助')).toEqual([]);
  });

  it('finds whatever the width and the case of the letters, and past signs', async () => {
    await named('1', '（城关）ＡＢＣ·爱心驿站');
    expect(await found('abc爱心')).toEqual(['1']);
    expect(await found('城关ABC')).toEqual(['1']);
  });

  it('keeps to the centers asked for', async () => {
    await named('1', '文昌志愿服务队', 'a');
    await named('2', '文昌志愿服务队', 'b');
    expect(await found('文昌', ['b'])).toEqual(['2']);
    expect(await found('文昌', ['a', 'b'])).toEqual(['1', '2']);
    expect(await found('文昌', [])).toEqual(['1', '2']);
  });

  it('finds a renamed organization by its new name only', async () => {
    await named('1', '文昌志愿服务队');
    await store.write((trx) => indexOrganizationName(trx, '1', '紫云互助社'));
    expect(await found('文昌')).toEqual([]);
    expect(await found('紫云')).toEqual(['1']);
  });

  it('looks for nothing where there is no letter, and takes no query language', async () => {
    await named('1', '文昌志愿服务队');
    for (const query of ['', '%', '_', '*', '"', '" OR "', '()', '\\', '-'])
      expect(await found(query), query).toEqual([]);
    expect(await found('文昌" OR grams:"志愿')).toEqual([]);
    expect(await found('NEAR(文昌)')).toEqual([]);
  });

  it('counts no further than asked', async () => {
    for (const id of ['1', '2', '3']) await named(id, `文昌第${id}志愿服务队`);
    expect(await countMatching(store.read, ['a'], '志愿', 2)).toBe(2);
    expect(await countMatching(store.read, ['a'], '志愿', 9)).toBe(3);
  });

  it('finds every name by every part of it', async () => {
    const name = fc.string({
      unit: fc.constantFrom(...'文昌社区志愿服务队襄城县𠮷爱心Ab9'),
      minLength: 2,
      maxLength: 12,
    });
    let id = 0;
    await fc.assert(
      fc.asyncProperty(name, fc.nat(), fc.nat(), async (text, from, length) => {
        id += 1;
        await named(String(id), text);
        const letters = [...text];
        const start = from % letters.length;
        const part = letters.slice(start, start + 1 + (length % (letters.length - start))).join('');
        expect(await found(part)).toContain(String(id));
      }),
      { numRuns: 60 },
    );
  });

  it.runIf(engine === 'sqlite')('reads names in the order of the index, without sorting', async () => {
    const names = namesMatching(store.read, ['a'], '志愿');
    const plan = await sql<{ detail: string }>`explain query plan select o.id from organization o
      join ${names} m on m.organization_id = o.id where o.center_id in ('a') order by m.seq desc limit 26`.execute(
      store.read,
    );
    const steps = plan.rows.map((r) => r.detail);
    expect(steps.join('\n')).not.toMatch(/TEMP B-TREE|SCAN o\b/);
  });
});

describe('the index of names, put in order', () => {
  const parts = () => (engine === 'sqlite' ? partsOfNames(store.read) : null);

  it('finds the same as before, and so it does after later changes', async () => {
    // so many that the index has not merged them by itself: it does now and then
    for (let n = 0; n < 40; n += 1) await named(`o${n}`, `襄城县${n % 3 === 0 ? '萤火' : '青禾'}服务社${n}`);
    const renamed = (id: string, name: string) => store.write((trx) => indexOrganizationName(trx, id, name));
    await renamed('o0', '襄城县云帆服务社');
    const asked = ['萤火', '青禾', '云帆', '服务社', '襄城', '29', '无此'];
    const all = () => Promise.all(asked.map((query) => found(query)));
    const before = await all();
    if (engine === 'sqlite') expect(await parts()).toBeGreaterThan(3);
    await tidyNames(store);
    expect(await all()).toEqual(before);
    if (engine === 'sqlite') expect(await parts()).toBe(1);
    await tidyNames(store);
    expect(await all()).toEqual(before);
    await renamed('o1', '襄城县萤火志愿队');
    expect(await found('萤火')).toContain('o1');
    expect(await found('青禾')).not.toContain('o1');
    await tidyNames(store);
    expect(await found('萤火')).toContain('o1');
    expect(await found('青禾')).not.toContain('o1');
  });

  it('has nothing to do where there are no names', async () => {
    await expect(tidyNames(store)).resolves.toBeUndefined();
  });
});

describe('the words of the index', () => {
  it('are pairs of neighbours and each character', () => {
    expect(gramsOfName('文昌 社区')).toEqual(['文昌', '昌社', '社区', '文', '昌', '社', '区']);
    expect(gramsOfQuery('文昌 社')).toEqual(['文昌', '社']);
    expect(gramsOfQuery(' ·%')).toBeNull();
  });
});

describe('searching a list of records', () => {
  const scope = {
    centerIds: ['a'],
    organizationIds: [],
    regions: [],
    assignedTo: null,
    assignedAs: [],
    personId: null,
  };
  const application = (id: string, organizationId: string, name: string, number: string | null) => ({
    id,
    center_id: 'a',
    organization_id: organizationId,
    organization_name: name,
    parent_id: null,
    kind: null,
    number,
    state: 'screening',
    state_since: now,
    version: 1,
    machine_version: 1,
    facts: '{}',
    due_at: null,
    late: 0,
    score: null,
    responsible_id: null,
    created_at: now,
    updated_at: now,
  });
  const search = async (q: string) =>
    (await listRecords(store.read, 'application', scope, { q, sort: 'new', size: 25 })).rows.map((r) => r.id);

  it('finds by name and by the beginning of a number', async () => {
    await named('1', '文昌志愿服务队');
    await named('2', '紫云互助社');
    await store.write((trx) =>
      trx
        .insertInto('application')
        .values([
          application('x', '1', '文昌志愿服务队', 'RK-202603-0001'),
          application('y', '2', '紫云互助社', 'RK-202604-0001'),
        ])
        .execute(),
    );
    expect(await search('紫云')).toEqual(['y']);
    expect(await search('rk-202603')).toEqual(['x']);
    expect(await search('RK-')).toEqual(['y', 'x']);
    expect(await search('%')).toEqual([]);
  });

  it('finds the same when the name is a common one', async () => {
    await store.write(async (trx) => {
      for (let n = 0; n < 1100; n += 1) {
        const id = String(n).padStart(4, '0');
        await trx
          .insertInto('organization')
          .values(organization({ id, name: `志愿服务队${n}`, center_id: 'a' }))
          .execute();
        await indexOrganizationName(trx, id, `志愿服务队${n}`);
        await trx
          .insertInto('application')
          .values(application(`r${id}`, id, `志愿服务队${n}`, null))
          .execute();
      }
    });
    expect((await search('志愿')).slice(0, 2)).toEqual(['r1099', 'r1098']);
    expect(await search('队1099')).toEqual(['r1099']);
  });
});
