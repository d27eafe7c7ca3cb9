import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemo } from '#app/jobs/demo/build-demo.server.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import type { Store } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { temporaryStore } from '#tests/database.ts';
import { openAll } from '#tests/security/crawl.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { tellFigure } from './figures.ts';
import { fieldsOf, type TableShape, watchLoaders, wholeRowsIn } from './loaders.ts';

const now = '2026-11-24T03:30:00.000Z';
const clock = movableClock(now);
const secretMark = 'sealed-secret-mark';
const linkMark = 'link-of-somebody-mark';
/** Everybody of the demo, and who is not signed in. */
const roles = [
  'public',
  'director',
  'manager',
  'reviewer1',
  'assessor1',
  'mentor',
  'supervisor',
  'payer',
  'party',
  'community',
  'lead',
  'staff',
  'finance',
  'applicant',
  'admin',
  'auditor',
] as const;
type Who = (typeof roles)[number];
const starts = [
  '/',
  '/desk',
  '/notifications',
  '/applications',
  '/incubations',
  '/reports',
  '/evaluations',
  '/graduations',
  '/organizations',
  '/account',
  '/account/sessions',
  '/account/password',
  '/admin',
  '/directory',
  '/notices',
  '/certificates',
];

let store: Store;
let remove: () => Promise<void>;
let served: Served;
const people = new Map<string, { id: string; name: string; email: string; phone: string | null }>();
const pages = new Map<Who, ReadonlyMap<string, string>>();
/** The fields that each loader handed to its page. */
const loaded = new Map<string, Set<string>>();
/** Loaders that handed on a row with all its columns: the route and the table. */
const wholeRows = new Set<string>();

beforeAll(async () => {
  const opened = await temporaryStore();
  ({ store, remove } = opened);
  await migrate(store, now);
  const house = { store, clock };
  await buildDemo(house, { now, files: openFileStore(opened.folder) });
  for (const person of await store.read
    .selectFrom('person')
    .select(['id', 'name', 'email', 'phone'])
    .execute())
    people.set(person.email.split('@')[0] ?? '', person);
  const idOf = (name: string) => people.get(name)?.id ?? '';
  await store.write(async (trx) => {
    await trx
      .insertInto('second_factor')
      .values({ person_id: idOf('mentor'), secret: secretMark, last_step: 0, created_at: now })
      .execute();
    await trx
      .insertInto('link')
      .values({
        id: linkMark,
        purpose: 'reset',
        person_id: idOf('manager'),
        payload: '{}',
        created_at: now,
        expires_at: '2026-11-24T04:30:00.000Z',
        used_at: null,
      })
      .execute();
  });
  const tables: readonly TableShape[] = (await store.read.introspection.getTables()).map((table) => ({
    name: table.name,
    columns: table.columns.map(({ name }) => name),
  }));
  served = await serveWorld(
    { house, store, clock, folder: opened.folder, idOf },
    {
      demo: false,
      build: (build) =>
        watchLoaders(build, (route, data) => {
          fieldsOf(data, loaded, route);
          for (const table of wholeRowsIn(data, tables)) wholeRows.add(`${route} ${table}`);
        }),
    },
  );
  for (const who of roles) {
    const cookie = who === 'public' ? '' : await served.cookieOf(who);
    pages.set(who, await openAll((path) => served.get(cookie, path), starts, 2));
  }
}, 240_000);
afterAll(async () => {
  await served.close();
  await remove();
});

/** The people of an organization, by the names that they sign in with. */
async function ownPeople(organizationId: string): Promise<readonly string[]> {
  const members = await store.read
    .selectFrom('membership')
    .select('person_id')
    .where('scope_id', '=', organizationId)
    .execute();
  return [...people]
    .filter(([, { id }]) => members.some((each) => each.person_id === id))
    .map(([key]) => key);
}

/** Who shares an organization with somebody. */
async function peersOf(personId: string): Promise<readonly string[]> {
  const scopes = await store.read
    .selectFrom('membership')
    .select('scope_id')
    .where('person_id', '=', personId)
    .where('scope', '=', 'organization')
    .execute();
  return (await Promise.all(scopes.map(({ scope_id }) => ownPeople(scope_id)))).flat();
}

/** Who met a text, and where: `manager /applications/…`. */
const metBy = (text: string): readonly string[] =>
  roles.flatMap((who) =>
    [...(pages.get(who) ?? [])].filter(([, html]) => html.includes(text)).map(([path]) => `${who} ${path}`),
  );
const whoMet = (text: string): readonly string[] => [
  ...new Set(metBy(text).map((place) => place.split(' ')[0] ?? '')),
];

const columnsWithSecrets = [
  ['person', 'password_hash'],
  ['session', 'id'],
  ['link', 'id'],
  ['second_factor', 'secret'],
  ['idempotency', 'body_hash'],
  ['security_event', 'account'],
  ['request_count', 'who'],
] as const;

/** Every value of a column, each once. */
async function valuesOf(table: string, column: string): Promise<readonly string[]> {
  const found = await store.read
    .selectFrom(table as 'person')
    .select(column as 'id')
    .distinct()
    .execute();
  return found
    .map((row) => (row as unknown as Record<string, unknown>)[column])
    .filter((value) => typeof value === 'string');
}

describe('[ASVS 8.2.3] through the eyes of everybody, on every kind of page', () => {
  it('nobody meets what is kept to check passwords, sessions, links and second factors', async () => {
    let looked = 0;
    for (const [table, column] of columnsWithSecrets)
      for (const secret of await valuesOf(table, column)) {
        looked += 1;
        expect(metBy(secret), `${table}.${column}`).toEqual([]);
      }
    expect(looked).toBeGreaterThan(15);
    const opened = [...pages.values()].reduce((sum, each) => sum + each.size, 0);
    expect(opened).toBeGreaterThan(800);
    tellFigure({
      row: 12,
      promise: 'Nobody is shown what is not theirs',
      tried: `${opened} pages of ${roles.length} people`,
      lost: 0,
    });
  });

  it('telephone and address of an applicant are for its own people and those who run its case', async () => {
    const wrong: string[] = [];
    let found = 0;
    const organizations = await store.read
      .selectFrom('organization')
      .select(['id', 'phone', 'address'])
      .execute();
    for (const { id, phone, address } of organizations) {
      const own = new Set(await ownPeople(id));
      for (const text of [phone, address])
        for (const who of text === null ? [] : whoMet(text)) {
          found += 1;
          if (!own.has(who) && who !== 'manager' && who !== 'director') wrong.push(`${who}: ${text}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(20);
  });

  it('addresses of mail and telephones of people are for themselves and for whoever keeps their accounts', async () => {
    const wrong: string[] = [];
    for (const [key, { id, email, phone }] of people) {
      const colleagues = new Set(await peersOf(id));
      for (const text of [email, phone])
        for (const who of text === null ? [] : whoMet(text))
          if (who !== key && !['admin', 'director', 'manager'].includes(who) && !colleagues.has(who))
            wrong.push(`${who}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('who objected is for nobody’s page but theirs who settle it, in the words that they said', async () => {
    const apart = await valuesOf('event_apart', 'values');
    expect(apart.length).toBeGreaterThan(1);
    for (const values of apart) {
      const { statement, objectorContact } = JSON.parse(values) as Record<string, string>;
      for (const who of [...whoMet(statement ?? ''), ...whoMet(objectorContact ?? '')])
        expect(['director', 'supervisor']).toContain(who);
    }
    expect(apart.flatMap((values) => whoMet(String(JSON.parse(values).statement)))).toContain('director');
  });
});

describe('[ASVS 15.3.1] what loaders hand to their pages', () => {
  it('has no field of a kind that belongs on no page', () => {
    const names = /(password|passwordHash|tokens?|secret|sealed|salt|session(Id)?|bodyHash|facts_hash)$/i;
    const found = [...loaded].flatMap(([route, fields]) =>
      [...fields]
        .filter((field) => names.test(field.replaceAll('[]', '')))
        .map((field) => `${route} ${field}`),
    );
    // setting up a second factor shows its secret once, to whoever sets it up
    expect(
      found.filter((field) => !/^routes\/people\/(second-factor|sign-in-second-factor) /.test(field)),
    ).toEqual([]);
    expect(loaded.size).toBeGreaterThan(35);
  });

  it('are no rows as they are kept, but for calls, seats and what somebody is told: all of these is the reader’s to see', () => {
    expect([...wholeRows].sort()).toEqual([
      'routes/admin/call call',
      'routes/admin/calls call',
      'routes/admin/seats seat',
      'routes/desk/notifications notification',
    ]);
  });
});
