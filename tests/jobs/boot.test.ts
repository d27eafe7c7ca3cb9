import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPlace, listeningError, NotOpened, openingError } from '#app/jobs/boot-checks.server.ts';
import { databaseFile, openInstallation } from '#app/jobs/installation.server.ts';
import { openStore } from '#db/connection.server.ts';

const now = '2026-03-02T01:00:00.000Z';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hatchery-boot-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = (error: unknown) => (error instanceof NotOpened ? error.refusal.code : error);
const refusedWith = (dataDir = folder) =>
  openInstallation(dataDir, now).then(
    async (store) => {
      await store.close();
      return 'opened';
    },
    (error: unknown) => codeOf(error),
  );

async function installed(): Promise<string> {
  await (await openInstallation(folder, now)).close();
  writeFileSync(join(folder, 'session-secret'), `${'a'.repeat(64)}\n`);
  return databaseFile(folder);
}

describe('an installation is opened', () => {
  it('where nothing is yet, also beside a folder for backups, and again', async () => {
    mkdirSync(join(folder, 'backups'));
    expect(await refusedWith()).toBe('opened');
    expect(await refusedWith()).toBe('opened');
    expect(await refusedWith(join(folder, 'new', 'deep'))).toBe('opened');
  });
});

describe('an installation is not opened', () => {
  it.each([
    ['is gone', (file: string) => rmSync(file)],
    ['is empty', (file: string) => truncateSync(file, 0)],
  ])('when the database %s where one was: it never begins anew', async (_name, spoil) => {
    const file = await installed();
    spoil(file);
    const before = readdirSync(folder).sort();
    expect(await refusedWith()).toBe('boot.gone');
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it.each(['files', 'restoring', 'hatchery.db-wal'])('when only %s is left of it', async (trace) => {
    mkdirSync(join(folder, trace));
    expect(await refusedWith()).toBe('boot.gone');
  });

  it.each([
    ['is no database at all', (file: string) => writeFileSync(file, 'not a database '.repeat(1000))],
    [
      'has a spoiled first page',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0xff, 16, 2000);
        writeFileSync(file, bytes);
      },
    ],
    ['was cut', (file: string) => truncateSync(file, 5000)],
  ])('when the file %s; nothing is changed by trying', async (_name, spoil) => {
    const file = await installed();
    spoil(file);
    const before = readFileSync(file);
    expect(await refusedWith()).toBe('boot.corrupt');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('when a newer program has changed it', async () => {
    const file = await installed();
    const store = openStore({ file });
    await store.write((trx) =>
      trx.insertInto('migration').values({ name: '9999-later', applied_at: now }).execute(),
    );
    await store.close();
    const error = await openInstallation(folder, now).catch((thrown: unknown) => thrown);
    expect(codeOf(error)).toBe('boot.newer');
    expect((error as Error).message).toMatch(/\p{Script=Han}.*9999-later.*\n.*9999-later/su);
  });

  it('on a disk over the network', () => {
    for (const kind of [0x6969, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997])
      expect(() => checkPlace(folder, databaseFile(folder), () => kind)).toThrow(NotOpened);
    for (const kind of [0xef53, 0x58465342, 0x9123683e, 0x01021994, 0x794c7630])
      expect(() => checkPlace(folder, databaseFile(folder), () => kind)).not.toThrow();
  });

  it.skipIf(process.getuid?.() === 0)('in a folder or with a file that cannot be written', async () => {
    const file = await installed();
    chmodSync(file, 0o400);
    expect(await refusedWith()).toBe('boot.readOnly');
    chmodSync(folder, 0o500);
    expect(await refusedWith()).toBe('boot.folder');
    chmodSync(folder, 0o700);
  });

  it('in what is no folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refusedWith(join(folder, 'file'))).toBe('boot.folder');
  });

  it('saying in both languages what is wrong and what to do', async () => {
    for (const [code, said] of [
      ['SQLITE_CORRUPT', 'boot.corrupt'],
      ['SQLITE_READONLY_DBMOVED', 'boot.readOnly'],
      ['SQLITE_CANTOPEN', 'boot.readOnly'],
      ['SQLITE_BUSY', 'boot.busy'],
      ['SQLITE_FULL', 'boot.full'],
    ] as const) {
      const error = openingError(Object.assign(new Error('x'), { code }), '/data/hatchery.db');
      expect(codeOf(error)).toBe(said);
      expect((error as Error).message).toMatch(/\p{Script=Han}.*\n.*hatchery\.db/su);
    }
    const place = { host: '127.0.0.1', port: 80 };
    for (const [code, said] of [
      ['EADDRINUSE', 'boot.portTaken'],
      ['EACCES', 'boot.noPort'],
      ['EADDRNOTAVAIL', 'boot.noPort'],
    ] as const) {
      const error = listeningError(Object.assign(new Error('x'), { code }), place);
      expect(codeOf(error)).toBe(said);
      expect((error as Error).message).toMatch(/\p{Script=Han}.*\n.*127\.0\.0\.1:80/su);
    }
    const other = new Error('x');
    expect(openingError(other, 'f')).toBe(other);
    expect(listeningError(other, place)).toBe(other);
  });
});
