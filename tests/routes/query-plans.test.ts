import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

/** Tables that grow with every year of use; a page may never read one of them from end to end. */
const growing = [
  'application',
  'incubation',
  'evaluation',
  'graduation',
  'progress_report',
  'organization',
  'history',
  'event_apart',
  'notification',
  'outbox',
  'wait',
  'timer',
  'document',
  'notice',
  'assignment',
  'application_section',
  'snapshot',
  'person',
  'membership',
  'session',
  'link',
  'security_event',
  'idempotency',
  'certificate',
  'form_draft',
  'seen_mark',
  'saved_filter',
];

const listPages: readonly (readonly [who: string, path: string])[] = [
  ...['manager', 'director', 'supervisor', 'reviewer1', 'assessor1', 'lead1', 'mentor', 'party'].flatMap(
    (who) =>
      [
        '/desk',
        '/notifications',
        '/applications',
        '/incubations',
        '/reports',
        '/evaluations',
        '/graduations',
      ].map((path) => [who, path] as const),
  ),
  ...[
    '?stage=screening',
    '?sort=due',
    '?sort=score',
    '?q=志愿',
    '?q=志愿&stage=submitted&sort=due',
    '?after=~01J',
  ].map((query) => ['manager', `/applications${query}`] as const),
  ...['', '?q=志愿', '?standing=applicant', '?type=recorded'].map(
    (query) => ['manager', `/organizations${query}`] as const,
  ),
  ['supervisor', '/organizations?q=文昌'],
  ['manager', '/'],
  ['manager', '/notices'],
  ['manager', '/directory'],
  ['manager', '/directory?q=志愿'],
  ['manager', '/filters/application'],
  ['director', '/admin/history'],
  ['director', '/admin/people'],
  ['admin', '/admin/people?unused=1'],
  ['auditor', '/admin/security'],
  ['auditor', '/admin/security?kind=sign_in&person=d&from=2026-01-01&until=2026-12-31'],
  ['admin', '/admin/security-settings'],
  ['manager', '/account/sessions'],
  ['manager', '/account/second-factor'],
  ['admin', '/admin/outbox'],
];

let world: World;
let served: Served;
const heard = new Map<string, string>();
let page = '';

beforeAll(async () => {
  world = await openWorld({ watch: (statement) => heard.set(statement, page) });
  served = await serveWorld(world);
  for (let i = 0; i < 3; i += 1) {
    const { id, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  }
});
afterAll(async () => {
  await served.close();
  await world.close();
});

test('no list page reads a growing table from end to end', async () => {
  for (const [who, path] of listPages) {
    page = `${who} ${path}`;
    const answer = await served.get(await served.cookieOf(who), encodeURI(path));
    await answer.arrayBuffer();
    expect([200, 404], `${page}: ${answer.status}`).toContain(answer.status);
  }
  const database = new Sqlite(join(world.folder, 'hatchery.db'), { readonly: true });
  const wrong: string[] = [];
  for (const [statement, asked] of heard) {
    if (!/^\s*(select|with)/i.test(statement)) continue;
    const plan = database.prepare(`explain query plan ${statement}`).all(...questionMarks(statement)) as {
      detail: string;
    }[];
    const aliases = new Map(
      [...statement.matchAll(/"(\w+)" as "(\w+)"/g)].map(([, table, alias]) => [
        alias as string,
        table as string,
      ]),
    );
    for (const { detail } of plan) {
      const scanned = /^SCAN (\w+)(?! VIRTUAL)(.*)$/.exec(detail);
      const table = scanned ? (aliases.get(scanned[1] as string) ?? (scanned[1] as string)) : null;
      if (table !== null && growing.includes(table) && !/USING INDEX/.test(detail))
        wrong.push(`${asked}: ${detail}\n  ${statement}`);
    }
  }
  database.close();
  expect(heard.size).toBeGreaterThan(20);
  expect(wrong.join('\n')).toBe('');
});

/** As many values as the statement has places; what they are does not change how SQLite goes about it. */
const questionMarks = (statement: string): readonly null[] => [...statement.matchAll(/\?/g)].map(() => null);
