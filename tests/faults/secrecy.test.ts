import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashPassword } from '#app/operations/people/passwords.server.ts';
import { openStore } from '#db/connection.server.ts';
import { monday } from '#tests/world.ts';
import { tellFigure } from './figures.ts';
import { prepareKillWorld } from './kill-world.ts';
import { startRealServer } from './real-server.ts';

const password = '绝密的口令 Kx7-marker-92';
const wrong = 'Wrong-marker-5518 口令';
const email = 'seeded-marker@test.example';
const phone = '13877776666';
const name = '欧阳标记';

async function seed(dataDir: string): Promise<void> {
  const store = openStore({ file: join(dataDir, 'hatchery.db') });
  const hash = await hashPassword(password);
  await store.write(async (trx) => {
    await trx
      .updateTable('person')
      .set({ email, phone, name, password_hash: hash })
      .where('name', '=', 'mentor')
      .execute();
  });
  await store.close();
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The files below a folder that hold a text, in the encoding in which anything here is written. */
const holding = (folder: string, text: string) =>
  filesBelow(folder).filter((file) => readFileSync(file).includes(Buffer.from(text)));

test('passwords and tokens are nowhere, people are not in the log, and a sealed backup tells nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-secrecy-'));
  const [dataDir, plain, sealed] = ['data', 'plain', 'sealed'].map((part) => join(folder, part)) as [
    string,
    string,
    string,
  ];
  mkdirSync(dataDir);
  const staff = await prepareKillWorld(dataDir, 1);
  await seed(dataDir);
  const server = await startRealServer(dataDir, {
    NOW: monday,
    BACKUP_DIR: 'none',
    LOG_LEVEL: 'debug',
    METRICS_TOKEN: 'metrics-token-marker',
  });
  let log = '';
  server.process.stderr?.on('data', (text: Buffer) => {
    log += text.toString();
  });
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
    log += await figures.text();
    await backUp(plain);
    await backUp(sealed, 'the key that the operator holds');
    const inDatabase = [password, wrong, token].flatMap((secret) => [
      ...holding(dataDir, secret),
      ...holding(plain, secret),
    ]);
    const inBackup = [password, email, phone, name, token].flatMap((word) => holding(sealed, word));
    const inLog = [
      password,
      wrong,
      token,
      email,
      phone,
      name,
      encodeURIComponent(name),
      'metrics-token-marker',
    ].filter((word) => log.includes(word));
    // the search can find: the person is where persons are
    expect(holding(plain, name)).toHaveLength(1);
    expect(log.length).toBeGreaterThan(100);
    tellFigure({
      row: 19,
      promise: 'Passwords and people stay secret',
      tried: `8 marks in ${filesBelow(folder).length} files of database, log and backups`,
      lost: inDatabase.length + inBackup.length + inLog.length,
    });
    expect([inDatabase, inBackup, inLog]).toEqual([[], [], []]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
