import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicRoutes } from '#app/http/public-routes.ts';
import { collections, paths } from '#app/paths.ts';
import routes from '#app/routes.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let served: Served;
let applicationId: string;
let organizationId: string;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  const draft = await world.draft();
  await world.must(draft.lead, 'application', draft.id, 'submit', { consent: true, truth: true });
  applicationId = draft.id;
  organizationId = draft.organizationId;
});
afterAll(async () => {
  await served.close();
  await world.close();
});

const everyTable = async (): Promise<string> => {
  const tables = [
    'application',
    'organization',
    'program',
    'call',
    'seat',
    'rubric',
    'membership',
    'instance',
  ] as const;
  const rows = await Promise.all(
    tables.map((table) => world.store.read.selectFrom(table).selectAll().execute()),
  );
  const people = await world.store.read
    .selectFrom('person')
    .select(['id', 'name', 'disabled_at', 'expires_on', 'password_hash'])
    .execute();
  return JSON.stringify([rows, people, await world.store.read.selectFrom('history').selectAll().execute()]);
};

test('the administrator sees no case', async () => {
  const cookie = await served.cookieOf('admin');
  const cases = [
    paths.record('application', applicationId),
    paths.recordHistory('application', applicationId),
    paths.applicationSection(applicationId, 'team'),
    paths.ranking(applicationId),
    paths.organization(organizationId),
    paths.organizationPeople(organizationId),
    paths.admin('history'),
    paths.admin('security'),
    paths.admin('programs'),
  ];
  for (const path of cases) expect((await served.get(cookie, path)).status, path).toBe(404);
  for (const collection of Object.keys(collections)) {
    const answer = await served.get(cookie, `/${collection}`);
    expect(await answer.text(), collection).not.toContain(applicationId);
  }
});

/** Every address of the table of contents, with ids that exist. */
async function addresses(): Promise<readonly string[]> {
  const listed = (await routes) as readonly { readonly path?: string; readonly file: string }[];
  return listed
    .filter(({ file, path }) => path !== undefined && path !== '*' && !publicRoutes.includes(file))
    .filter(({ path }) => !path?.startsWith('account'))
    .map(({ path = '' }) =>
      `/${path}`
        .replace(':collection', 'applications')
        .replace(':noun', 'accept')
        .replace(':section', 'team')
        .replace(/organizations\/:id/, `organizations/${organizationId}`)
        .replace(/programs\/:id/, `programs/${world.programId}`)
        .replace(/calls\/:id/, `calls/${world.callId}`)
        .replace(/people\/:id/, `people/${world.idOf('manager')}`)
        .replace(/:\w+/, applicationId),
    );
}

test('the auditor changes nothing, whatever is sent wherever', async () => {
  const cookie = await served.cookieOf('auditor');
  const before = await everyTable();
  const form = {
    do: 'disable',
    intent: 'save',
    key: 'a-key-of-the-auditor',
    version: '1',
    name: '审计',
    role: 'staff',
    email: 'x@test.example',
    given: `manager:${world.centerId}`,
    policy: 'mlps',
  };
  const wrong: string[] = [];
  const all = await addresses();
  for (const path of all) {
    const { status } = await served.post(cookie, path, form);
    // 303 only for what is one's own: notifications that were read, drafts that are thrown away
    if (status >= 500 || (status < 400 && !['/notifications', '/drafts/forget'].includes(path)))
      wrong.push(`${path}: ${status}`);
  }
  expect(all.length).toBeGreaterThan(25);
  expect(wrong).toEqual([]);
  expect(await everyTable()).toBe(before);
});
