import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#app/domain/people/demo-account.ts';
import { openMailServer } from '#tests/outside/mail-server.ts';
import { openAll } from '#tests/security/crawl.ts';
import { tellFigure } from './figures.ts';
import { type RealServer, startRealServer } from './real-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'hatchery-outward-'));
const dataDir = join(folder, 'data');
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
let server: RealServer;
let before = '';
const cookies: string[] = [];
let pages = 0;

const outwardFile = join(folder, 'outward');
/** Whom the server turned to. */
const outward = (): readonly { how: string; to: string }[] =>
  existsSync(outwardFile)
    ? readFileSync(outwardFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await startRealServer(
    dataDir,
    {
      LOG_LEVEL: 'debug',
      TZ: 'Asia/Shanghai',
      OUTWARD: outwardFile,
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'outward.mjs')).href}`,
      ...environment,
    },
    'demo',
  );
}

async function restart(environment: Readonly<Record<string, string>>): Promise<void> {
  await server.stop();
  before = server.said();
  await start(environment);
}

const wholeLog = () => before + server.said();

const post = (path: string, form: Readonly<Record<string, string>>, cookie = '') =>
  fetch(server.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

async function signIn(who: string): Promise<string> {
  const answer = await post('/sign-in', { email: `${who}@demo.test`, password: DEMO_PASSWORD });
  expect(answer.status).toBe(303);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .filter((one) => !one.endsWith('='))
    .join('; ');
  cookies.push(cookie);
  return cookie;
}

/** What somebody does in a day: comes in, opens every kind of page, asks for letters, makes mistakes. */
async function workAs(who: string): Promise<void> {
  const cookie = await signIn(who);
  const get = (path: string) => fetch(server.origin + path, { redirect: 'manual', headers: { cookie } });
  pages += (await openAll(get, ['/', '/desk', '/admin', '/account', '/directory', '/notices'], 1)).size;
  await post('/sign-in', { email: `${who}@demo.test`, password: 'Wrong-marker-5518 口令' });
  await post('/password-reset', { email: `${who}@demo.test` });
  await (await get('/nowhere?q=13800001234')).arrayBuffer();
}

const rows = <T>(statement: string): readonly T[] => {
  const db = new Sqlite(join(dataDir, 'hatchery.db'), { readonly: true });
  try {
    return db.prepare(statement).all() as T[];
  } finally {
    db.close();
  }
};
const lettersWaiting = () =>
  rows<{ n: number }>("select count(*) as n from outbox where kind = 'mail' and delivered_at is null")[0]?.n;

beforeAll(async () => {
  await start();
  for (const who of ['director', 'manager', 'lead', 'reviewer1', 'admin', 'supervisor']) await workAs(who);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the real server with the demo', () => {
  test('[ASVS 13.2.4] turns to nobody: no connection, no name asked for, no other program', async () => {
    await expect.poll(lettersWaiting, { timeout: 30_000 }).toBe(0);
    expect(pages).toBeGreaterThan(60);
    tellFigure({
      row: 19,
      promise: 'Nothing goes out that was not asked for',
      tried: `${pages} pages, letters asked for by 6 people`,
      lost: outward().length,
    });
    expect(outward()).toEqual([]);
  });

  test('listens at one port of one address', () => {
    const { pid } = server.process;
    const own = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        // closed meanwhile
        return [];
      }
    });
    // proc(5): local address, remote address, state (0A listens), … inode
    const listening = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
      readFileSync(`/proc/${pid}/net/${kind}`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .filter(
          ([, , , state, , , , , , inode = '']) =>
            own.includes(inode) && (kind.startsWith('udp') || state === '0A'),
        )
        .map(([, local]) => `${kind} ${local}`),
    );
    const port = Number(new URL(server.origin).port).toString(16).toUpperCase().padStart(4, '0');
    expect(listening).toEqual([`tcp 0100007F:${port}`]);
  });

  test('[ASVS 13.2.4] [ASVS 16.3.4] turns to the mail server that it was given, and to nobody else, and notes when that refuses', async () => {
    const mail = await openMailServer('451 come back later');
    try {
      await restart({ SMTP_URL: mail.url });
      await post('/password-reset', { email: 'mentor@demo.test' });
      await expect.poll(() => server.said(), { timeout: 30_000 }).toContain('"mail.failed"');
      mail.refuse(undefined);
      await post('/password-reset', { email: 'auditor@demo.test' });
      await expect.poll(() => mail.letters.length, { timeout: 30_000 }).toBeGreaterThan(0);
      // the watch can see
      expect(outward().length).toBeGreaterThan(0);
      expect(new Set(outward().map(({ how, to }) => `${how} ${to}`))).toEqual(
        new Set([`connect ${new URL(mail.url).host}`]),
      );
    } finally {
      mail.close();
    }
  });

  test('[ASVS 16.2.2] tells the time in UTC, in every line of the log and every column of the database', () => {
    const lines = wholeLog()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(JSON.parse(line).at, line).toMatch(instant);
    const tables = rows<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'organization_grams%'",
    );
    const wrong: string[] = [];
    let columns = 0;
    for (const { name: table } of tables)
      for (const { name } of rows<{ name: string }>(`select name from pragma_table_info('${table}')`)) {
        if (!/(^|_)(at|since)$/.test(name)) continue;
        columns += 1;
        for (const { value } of rows<{ value: unknown }>(
          `select distinct "${name}" as value from "${table}" where "${name}" is not null`,
        ))
          if (typeof value !== 'string' || !instant.test(value)) wrong.push(`${table}.${name}: ${value}`);
      }
    expect(wrong).toEqual([]);
    expect(columns).toBeGreaterThan(50);
  });

  test('[ASVS 16.2.5] logs no password, no cookie, no telephone number and nobody’s address, whatever was done', () => {
    const tokens = cookies.flatMap((cookie) => cookie.split('; ').map((one) => one.split('=')[1] ?? ''));
    const marks = [DEMO_PASSWORD, 'Wrong-marker-5518', '@demo.test', '13800001234', ...tokens];
    expect(marks.filter((mark) => mark.length > 6 && wholeLog().includes(mark))).toEqual([]);
    expect(tokens.filter((token) => token.length > 20).length).toBeGreaterThanOrEqual(6);
  });
});
