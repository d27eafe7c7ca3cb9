import type { KyselyPlugin } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { applicationRequirements } from '#app/domain/lifecycles/application/requirements.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import type { Connection, Store } from '#db/connection.server.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';
import { type Watch, watchTables } from './digest.ts';

let world: World;
let served: Served;
let watch: Watch;
let id: string;
let lead: string;
/** The table whose every query fails; null: none does. */
let broken: string | null = null;
let failures = 0;

function failWhereBroken(tables: Iterable<string | undefined>): void {
  if (broken === null || ![...tables].includes(broken)) return;
  failures += 1;
  throw new Error(`planted at ${broken}`);
}

const plugin: KyselyPlugin = {
  transformQuery: ({ node }) => {
    const named = JSON.stringify(node).matchAll(/"TableNode","table":\{[^}]*?"name":"(\w+)"/g);
    failWhereBroken([...named].map(([, name]) => name));
    return node;
  },
  transformResult: async ({ result }) => result,
};

/** What asks the broken table fails, whether its query is built now or was compiled before. */
function failing<Db extends Connection>(db: Db): Db {
  const watched = db.withPlugin(plugin) as Db;
  const run = watched.executeQuery.bind(watched);
  watched.executeQuery = (query, ...more) => {
    if ('sql' in query)
      failWhereBroken([...query.sql.matchAll(/(?:from|join) "(\w+)"/g)].map(([, name]) => name));
    return run(query, ...more);
  };
  return watched;
}

const failingAt = (store: Store): Store => ({
  ...store,
  read: failing(store.read),
  write: (work) => store.write((trx) => work(failing(trx))),
});

beforeAll(async () => {
  world = await openWorld({ through: failingAt });
  served = await serveWorld(world);
  watch = await watchTables(world);
});
beforeEach(async () => {
  failures = 0;
  ({ id, lead } = await world.draft());
  await watch.changed();
});
afterEach(() => {
  broken = null;
  vi.restoreAllMocks();
});
afterAll(async () => {
  await watch.close();
  await served.close();
  await world.close();
});

const agreed = { consent: 'yes', truth: 'yes' };

const submitting = { consent: true, truth: true };

describe('[ASVS 16.5.3] what breaks down while something is decided grants nothing', () => {
  it.each([
    ['who is there', 'session'],
    ['what they may do', 'membership'],
    ['the record', 'application'],
    ['whether the call is open', 'call'],
    ['whether the form is complete', 'application_section'],
    ['what was sent before', 'idempotency'],
    ['the organization', 'organization'],
    ['the history', 'history'],
  ])('looking up %s', async (_, table) => {
    const cookie = await served.cookieOf(lead);
    const { row } = await world.record('application', id);
    const form = { ...agreed, key: 'the-key-of-this-form', version: String(row.version) };
    const submit = () => served.post(cookie, `/applications/${id}/submission`, form);
    await watch.changed();
    broken = table;
    const answer = await submit();
    const text = await answer.text();
    broken = null;
    expect(failures).toBeGreaterThan(0);
    expect(answer.status).toBe(500);
    expect(text).toContain(answer.headers.get('x-request-id'));
    expect(text).not.toContain('planted');
    expect(await watch.changed()).toEqual([]);
    expect(await world.stateOf('application', id)).toBe('draft');
    // and where nothing breaks down the same form is granted
    expect((await submit()).status).toBe(303);
    expect(await world.stateOf('application', id)).toBe('submitted');
  });

  it.each([
    'callIsOpen',
    'formIsComplete',
    'organizationMayApply',
    'nothingElseUnderWay',
    'declaredTrue',
  ] as const)('asking %s', async (name) => {
    vi.spyOn(applicationRequirements, name).mockImplementation(() => {
      throw new Error('planted');
    });
    const sending = () => world.send(lead, 'application', id, 'submit', submitting);
    await expect(sending()).rejects.toThrow(/planted/);
    expect(await watch.changed()).toEqual([]);
    vi.restoreAllMocks();
    expect((await sending()).ok).toBe(true);
  });

  it('asking the policy', async () => {
    const by = vi.spyOn(lifecycles.application.events.submit!.by, 'find').mockImplementation(() => {
      throw new Error('planted');
    });
    const sending = () => world.send(lead, 'application', id, 'submit', submitting);
    await expect(sending()).rejects.toThrow('planted');
    expect(by).toHaveBeenCalled();
    expect(await watch.changed()).toEqual([]);
    vi.restoreAllMocks();
    expect((await sending()).ok).toBe(true);
  });
});

describe('a failure that nobody expected', () => {
  it('[ASVS 16.3.4] [ASVS 16.2.2] is in the log under the number that its page shows, with the time in UTC and nobody’s words', async () => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const cookie = await served.cookieOf(lead);
    broken = 'application';
    const answer = await served.get(cookie, `/applications/${id}`);
    const text = await answer.text();
    broken = null;
    vi.restoreAllMocks();
    expect(answer.status).toBe(500);
    const [line] = lines.filter((each) => each.includes('page.failed')).map((each) => JSON.parse(each));
    expect(line.requestId).toBe(answer.headers.get('x-request-id'));
    expect(text).toContain(line.requestId);
    expect(line).toMatchObject({ level: 'error', event: 'page.failed', error: 'Error' });
    expect(line.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(JSON.stringify(lines)).not.toContain('planted');
    expect(JSON.stringify(lines)).not.toContain(cookie.split('=')[1]);
  });
});
