import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anyone } from '#app/domain/policy/actor.ts';
import { sessionCookieOf } from '#app/http/session-cookie.server.ts';
import { advance } from '#app/operations/advance.server.ts';
import { beginSession } from '#app/operations/people/begin-session.server.ts';
import { hashPassword } from '#app/operations/people/passwords.server.ts';
import { openAll } from '#tests/security/crawl.ts';
import { monday, openWorld } from '#tests/world.ts';
import { tellFigure } from './figures.ts';
import { type Staff, staffOf } from './kill-world.ts';
import { startRealServer } from './real-server.ts';

const password = '绝密的口令 Kx7-marker-92';
const wrong = 'Wrong-marker-5518 口令';
const email = 'seeded-marker@test.example';
const phone = '13877776666';
const name = '欧阳标记';

/** What an objector said in confidence, and an applicant's telephone. */
const statement = '只对中心说的话 marker-77';
const objector = '诸葛标记人';
const objectorContact = '13866665555';
const applicantPhone = '13855554444';
/** Whose pages are looked through for all of it. */
const readers = [
  'manager',
  'director',
  'reviewer1',
  'party',
  'supervisor',
  'auditor',
  'admin',
  'mentor',
] as const;

interface Prepared {
  readonly staff: Staff;
  /** The cookies of the readers, and of the lead of the organization that was objected to, by name. */
  readonly cookies: ReadonlyMap<string, string>;
}

/** An installation with people at work, an application under notice that somebody objected to, and everybody signed in. */
async function prepare(dataDir: string): Promise<Prepared> {
  const world = await openWorld();
  const staff = await staffOf(world, 1);
  const { id, lead } = await world.draft();
  const hash = await hashPassword(password);
  await world.store.write(async (trx) => {
    await trx
      .updateTable('person')
      .set({ email, phone, name, password_hash: hash })
      .where('id', '=', world.idOf('mentor'))
      .execute();
    await trx
      .updateTable('application_section')
      .set({ values: JSON.stringify({ phone: applicantPhone }) })
      .where('application_id', '=', id)
      .where('section', '=', 'organization')
      .execute();
  });
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  // straight to the notice: what leads there is told elsewhere
  await world.store.write((trx) =>
    trx.updateTable('application').set({ state: 'public_notice' }).where('id', '=', id).execute(),
  );
  const objected = await advance(world.house, {
    lifecycle: 'application',
    id,
    event: 'object',
    input: { concerns: 'organization' },
    apart: { statement, objectorName: objector, objectorContact },
    actor: anyone,
    requestId: 'an objection',
  });
  expect(objected).toMatchObject({ ok: true });
  const cookies = new Map<string, string>();
  for (const who of [...readers, lead]) {
    const person = { id: world.idOf(who), email: `${who}@test.example` };
    const { token } = await world.store.write((trx) =>
      beginSession(trx, person, { address: '127.0.0.1', agent: who }, world.clock.now()),
    );
    cookies.set(
      who === lead ? 'lead' : who,
      sessionCookieOf({ publicUrl: null }).set(token).split(';')[0] ?? '',
    );
  }
  await world.store.close();
  for (const file of readdirSync(world.folder))
    cpSync(join(world.folder, file), join(dataDir, file), { recursive: true });
  rmSync(world.folder, { recursive: true, force: true });
  return { staff, cookies };
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The files below a folder that hold a text, in the encoding in which anything here is written. */
const holding = (folder: string, text: string) =>
  filesBelow(folder).filter((file) => readFileSync(file).includes(Buffer.from(text)));

/** What everybody finds who clicks on everything, by who they are. */
async function pagesOf(
  origin: string,
  cookies: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const [who, cookie] of [...cookies, ['public', ''] as const]) {
    const get = (path: string) => fetch(origin + path, { redirect: 'manual', headers: { cookie } });
    const starts = [
      '/',
      '/desk',
      '/applications',
      '/incubations',
      '/organizations',
      '/account',
      '/admin',
      '/notices',
    ];
    found.set(who, [...(await openAll(get, starts, 2)).values()]);
  }
  return found;
}

/** Who was shown what is not theirs. */
function secretsOnPages(
  shown: ReadonlyMap<string, readonly string[]>,
  tokens: readonly string[],
): readonly string[] {
  const settle = ['director', 'supervisor'];
  const runs = ['manager', 'director', 'lead'];
  const keeps = ['admin', 'director', 'manager', 'mentor'];
  const allowed: readonly (readonly [mark: string, who: readonly string[]])[] = [
    ...[password, wrong, ...tokens.map((one) => one.split('=').pop() ?? one)].map(
      (mark) => [mark, []] as const,
    ),
    [statement, settle],
    [objector, settle],
    [objectorContact, settle],
    [applicantPhone, runs],
    [email, keeps],
    [phone, keeps],
  ];
  const met = (mark: string, who: string) => shown.get(who)?.some((text) => text.includes(mark)) === true;
  // the search can find: those for whom it is do meet it
  expect(met(statement, 'director')).toBe(true);
  expect(met(applicantPhone, 'manager')).toBe(true);
  return allowed.flatMap(([mark, who]) =>
    [...shown.keys()]
      .filter((each) => !who.includes(each) && met(mark, each))
      .map((each) => `${each}: ${mark}`),
  );
}

test('[ASVS 16.2.5] passwords and tokens are nowhere, people are not in the log, on nobody’s pages is what is not theirs, and a sealed backup tells nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-secrecy-'));
  const [dataDir, plain, sealed] = ['data', 'plain', 'sealed'].map((part) => join(folder, part)) as [
    string,
    string,
    string,
  ];
  mkdirSync(dataDir);
  const { staff, cookies } = await prepare(dataDir);
  const server = await startRealServer(dataDir, {
    NOW: monday,
    BACKUP_DIR: 'none',
    LOG_LEVEL: 'debug',
    METRICS_TOKEN: 'metrics-token-marker',
  });
  let log = '';
  const post = (path: string, form: Record<string, string>, cookie = '') =>
    fetch(server.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  const backUp = async (to: string, key?: string) => {
    const env: NodeJS.ProcessEnv = {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
    };
    if (key !== undefined) env.BACKUP_KEY = key;
    const child = spawn(process.execPath, [join(process.cwd(), 'build', 'commands', 'backup.js'), to], {
      env,
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (log += text.toString()));
    expect((await once(child, 'close'))[0]).toBe(0);
  };
  try {
    await post('/sign-in', { email, password: wrong });
    const signedIn = await post('/sign-in', { email, password });
    expect(signedIn.status).toBe(303);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const token = /=([^;.]{20,})/.exec(cookie)?.[1] ?? '';
    expect(token.length).toBeGreaterThan(19);
    for (const path of [
      '/desk',
      '/account',
      '/nowhere',
      '/applications/unknown',
      `/directory?q=${encodeURIComponent(name)}`,
    ])
      await (await fetch(server.origin + path, { headers: { cookie } })).text();
    await post('/password-reset', { email });
    await post('/sign-in', { email, password: 'x'.repeat(100), nonsense: phone });
    await staff[0]?.[0].work(server, () => (staff[0]?.[0].confirmed.size ?? 0) > 2);
    const figures = await fetch(`${server.origin}/metrics`, {
      headers: { authorization: 'Bearer metrics-token-marker' },
    });
    log += (await figures.text()) + server.said();
    const shown = await pagesOf(server.origin, cookies);
    const onPages = secretsOnPages(shown, [...cookies.values(), token]);
    const pages = [...shown.values()].reduce((sum, texts) => sum + texts.length, 0);
    await backUp(plain);
    await backUp(sealed, 'the key that the operator holds');
    // with what was written and not yet put away (-wal), and what the backups hold
    const inDatabase = [password, wrong, token].flatMap((secret) => [
      ...holding(dataDir, secret),
      ...holding(plain, secret),
    ]);
    const inBackup = [
      password,
      email,
      phone,
      name,
      token,
      statement,
      objector,
      objectorContact,
      applicantPhone,
    ].flatMap((word) => holding(sealed, word));
    const inLog = [
      password,
      wrong,
      token,
      email,
      phone,
      name,
      encodeURIComponent(name),
      statement,
      objector,
      objectorContact,
      applicantPhone,
      ...[...cookies.values()].map((one) => one.split('=')[1] ?? ''),
      'metrics-token-marker',
    ].filter((word) => log.includes(word));
    // the search can find: the person is where persons are
    expect(holding(plain, name)).toHaveLength(1);
    expect(log.length).toBeGreaterThan(100);
    expect(holding(plain, statement)).toHaveLength(1);
    expect(pages).toBeGreaterThan(150);
    tellFigure({
      row: 19,
      promise: 'Passwords and people stay secret',
      tried: `12 marks in ${filesBelow(folder).length} files of database, log and backups and on ${pages} pages of ${shown.size} people`,
      lost: inDatabase.length + inBackup.length + inLog.length + onPages.length,
    });
    expect([inDatabase, inBackup, inLog, onPages]).toEqual([[], [], [], []]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
