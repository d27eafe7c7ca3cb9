import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Manifest } from '#app/domain/keeping/manifest.ts';
import { restoreBackup } from '#app/jobs/backup/restore-backup.server.ts';
import { openInstallation } from '#app/jobs/installation.server.ts';
import { verifyWholeHistory } from '#app/operations/engine/verify-history.server.ts';
import { lastDone } from '#app/operations/keeping/keeping-dates.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { openStore } from '#db/connection.server.ts';
import { type BackupWorld, backupWorld, filesBelow, operatorKey } from './backup-world.ts';

let world: BackupWorld;
beforeEach(async () => {
  world = await backupWorld();
});
afterEach(() => world.end());

const codes = (result: Awaited<ReturnType<typeof restoreBackup>>) =>
  result.ok ? ['restored'] : result.refusals.map((one) => one.code);
const filesNamed = (result: Awaited<ReturnType<typeof restoreBackup>>) =>
  result.ok ? [] : result.refusals.map((one) => one.params?.file);

async function made(folder: string, key: string | null = null): Promise<Manifest> {
  const result = await world.backUp(folder, { key });
  if (!result.ok) throw new Error(result.refusals[0]?.code);
  return result.value;
}

describe.each([
  ['plain', null],
  ['sealed', operatorKey],
] as const)('a %s backup', (_name, key) => {
  it('holds the rows and contents, and is restored into an empty folder as it was', async () => {
    const manifest = await made(world.placeFor('b'), key);
    expect(manifest.rows.application).toBe(1);
    expect(manifest.parts.filter((part) => part.kind === 'content')).toHaveLength(2);
    expect(await lastDone(world.store.read, 'backup')).toBe(manifest.at);
    const target = world.placeFor('restored');
    expect(codes(await restoreBackup(world.placeFor('b'), target, key))).toEqual(['restored']);
    const store = await openInstallation(target, world.clock.now());
    const rows = await store.read.selectFrom('history').selectAll().execute();
    expect(rows).toEqual(await world.store.read.selectFrom('history').selectAll().execute());
    expect((await verifyWholeHistory(store.read)).faults).toEqual([]);
    await store.close();
    const files = openFileStore(target);
    for (const part of manifest.parts.filter((p) => p.kind === 'content'))
      expect(await files.verify(part.content.sha256)).toBe(true);
    expect(existsSync(join(target, 'restoring'))).toBe(false);
    expect(existsSync(join(target, 'session-secret'))).toBe(key !== null);
  });

  it('is refused when any of its files was changed, cut, or is gone, and the file is named; nothing is left behind', async () => {
    const folder = world.placeFor('b');
    await made(folder, key);
    const target = world.placeFor('restored');
    for (const file of filesBelow(folder).filter((name) => name !== 'manifest.json')) {
      const place = join(folder, file);
      const bytes = readFileSync(place);
      const spoil: (() => void)[] = [
        () =>
          writeFileSync(
            place,
            Buffer.from(bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte))),
          ),
        () => truncateSync(place, bytes.length - 1),
        () => appendFileSync(place, 'x'),
        () => rmSync(place),
      ];
      for (const [i, act] of spoil.entries()) {
        // a content may be a second name of the installation's own file: spoil a file of its own
        rmSync(place, { force: true });
        writeFileSync(place, bytes);
        act();
        const result = await restoreBackup(folder, target, key);
        expect(filesNamed(result), `${file}, case ${i}`).toEqual([file]);
        expect(codes(result)).toEqual([i === 3 ? 'backup.missing' : 'backup.changed']);
        expect(existsSync(join(target, 'hatchery.db'))).toBe(false);
        rmSync(place, { force: true });
        writeFileSync(place, bytes);
      }
    }
    expect(codes(await restoreBackup(folder, target, key))).toEqual(['restored']);
  });

  it('is no backup without its manifest, or with one that was cut', async () => {
    const folder = world.placeFor('b');
    await made(folder, key);
    const manifest = join(folder, 'manifest.json');
    truncateSync(manifest, statSync(manifest).size - 2);
    expect(codes(await restoreBackup(folder, world.placeFor('r'), key))).toEqual(['backup.manifest']);
    rmSync(manifest);
    expect(codes(await restoreBackup(folder, world.placeFor('r'), key))).toEqual(['backup.noManifest']);
  });
});

describe('a sealed backup', () => {
  it('shows no word of what it holds, opens with no other key, and its manifest cannot be rewritten', async () => {
    const folder = world.placeFor('b');
    await made(folder, operatorKey);
    for (const file of filesBelow(folder))
      expect(readFileSync(join(folder, file)).includes(Buffer.from('文昌社区')), file).toBe(false);
    expect(codes(await restoreBackup(folder, world.placeFor('r'), null))).toEqual(['backup.keyNeeded']);
    expect(codes(await restoreBackup(folder, world.placeFor('r'), 'not the key of the operator'))).toEqual([
      'backup.wrongKey',
    ]);
    const place = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(place, 'utf8')) as Manifest;
    writeFileSync(
      place,
      JSON.stringify({ ...manifest, parts: manifest.parts.filter((p) => p.kind !== 'content') }),
    );
    expect(codes(await restoreBackup(folder, world.placeFor('r'), operatorKey))).toEqual(['backup.manifest']);
  });

  it('is not taken from whom it is not: an open one in its place is refused where there is a key', async () => {
    const folder = world.placeFor('forged');
    await made(folder, null);
    expect(codes(await restoreBackup(folder, world.placeFor('r'), operatorKey))).toEqual([
      'backup.notSealed',
    ]);
    expect(codes(await restoreBackup(folder, world.placeFor('r'), null))).toEqual(['restored']);
  });

  it('takes contents over from the one before, sealed as they are, and both can be restored', async () => {
    const first = await made(world.placeFor('one'), operatorKey);
    await world.upload('新的材料');
    const previous = { folder: world.placeFor('one'), manifest: first };
    const second = await world.backUp(world.placeFor('two'), { key: operatorKey, previous });
    if (!second.ok) throw new Error('refused');
    const contents = second.value.parts.filter((part) => part.kind === 'content');
    expect(contents).toHaveLength(3);
    const before = first.parts.filter((p) => p.kind === 'content');
    expect(contents).toEqual(expect.arrayContaining(before));
    const inode = (folder: string) => statSync(join(world.placeFor(folder), before[0]!.path)).ino;
    expect(inode('one')).toBe(inode('two'));
    rmSync(world.placeFor('one'), { recursive: true });
    expect(codes(await restoreBackup(world.placeFor('two'), world.placeFor('r'), operatorKey))).toEqual([
      'restored',
    ]);
  });
});

describe('a restore', () => {
  it('goes into no folder that holds anything', async () => {
    await made(world.placeFor('b'));
    const target = world.placeFor('full');
    mkdirSync(target);
    writeFileSync(join(target, 'hatchery.db'), 'mine');
    expect(codes(await restoreBackup(world.placeFor('b'), target, null))).toEqual(['backup.targetNotEmpty']);
    expect(readFileSync(join(target, 'hatchery.db'), 'utf8')).toBe('mine');
  });

  it('leaves the folder as it was where the server goes away that the rows were to go to', async () => {
    await made(world.placeFor('b'), operatorKey);
    const target = world.placeFor('r');
    const away = openStore({ file: join(world.folder, 'away.db') });
    await away.close();
    const into = { store: away, now: world.clock.now() };
    await expect(restoreBackup(world.placeFor('b'), target, operatorKey, into)).rejects.toThrow(/not open/);
    expect(readdirSync(target)).toEqual([]);
    expect(codes(await restoreBackup(world.placeFor('b'), target, operatorKey))).toEqual(['restored']);
  });

  it('begins anew where one broke off', async () => {
    await made(world.placeFor('b'));
    const target = world.placeFor('r');
    mkdirSync(join(target, 'restoring'), { recursive: true });
    writeFileSync(join(target, 'restoring', 'hatchery.db'), 'half');
    expect(codes(await restoreBackup(world.placeFor('b'), target, null))).toEqual(['restored']);
  });

  it('finds a history that was rewritten, also where every hash of the files was made to fit', async () => {
    const folder = world.placeFor('b');
    const manifest = await made(folder);
    const place = join(folder, 'hatchery.db');
    const store = openStore({ file: place });
    await store.write(async (trx) => {
      const { sql } = await import('kysely');
      await sql.raw('drop trigger history_no_update').execute(trx);
      await sql.raw("update history set actor_name = '别人' where seq >= 1").execute(trx);
    });
    await store.close();
    const { measure } = await import('#app/outside/backup/folders.server.ts');
    const measured = (await measure(place))!;
    const parts = manifest.parts.map((p) =>
      p.kind === 'database' ? { ...p, ...measured, content: measured } : p,
    );
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, parts }));
    expect(codes(await restoreBackup(folder, world.placeFor('r'), null))).toEqual(['backup.history']);
  });

  it('takes an older backup, whose history verifies, and goes on from there', async () => {
    await made(world.placeFor('old'));
    const { id, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    expect(codes(await restoreBackup(world.placeFor('old'), world.placeFor('r'), null))).toEqual([
      'restored',
    ]);
    const store = await openInstallation(world.placeFor('r'), world.clock.now());
    expect((await store.read.selectFrom('application').select('id').execute()).length).toBe(1);
    const verified = await verifyWholeHistory(store.read);
    expect(verified.faults).toEqual([]);
    expect(verified.checkpoints).toBeGreaterThan(0);
    await store.close();
  });

  it('does not follow a manifest out of the folder of the backup', async () => {
    const folder = world.placeFor('b');
    const manifest = await made(folder);
    for (const path of ['../b/hatchery.db', '/etc/passwd', 'files/../../x', 'secrets/../hatchery.db']) {
      const parts = manifest.parts.map((p) => (p.kind === 'content' ? { ...p, path } : p));
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, parts }));
      expect(codes(await restoreBackup(folder, world.placeFor('r'), null))).toEqual(['backup.manifest']);
    }
  });
});

describe('a backup', () => {
  it('is refused where something lies already', async () => {
    await made(world.placeFor('b'));
    const again = await world.backUp(world.placeFor('b'));
    expect(again.ok || again.refusals[0]?.code).toBe('backup.folderNotEmpty');
  });

  it('says which contents rotted or vanished, and holds all others', async () => {
    const rotten = await world.upload('会腐坏');
    writeFileSync(join(world.folder, 'files', rotten.slice(0, 2), rotten.slice(2, 4), rotten), 'other');
    const manifest = await made(world.placeFor('b'));
    expect(manifest.missing).toEqual([rotten]);
    expect(manifest.parts.filter((part) => part.kind === 'content')).toHaveLength(2);
    expect(codes(await restoreBackup(world.placeFor('b'), world.placeFor('r'), null))).toEqual(['restored']);
  });

  it('is one moment, while others write: what was acknowledged before it began is in it, and each write whole or not at all', async () => {
    let written = 0;
    let goOn = true;
    const writer = (async () => {
      while (goOn) {
        await world.store.write(async (trx) => {
          for (const half of ['a', 'b'])
            await trx
              .insertInto('instance')
              .values({ name: `w${written}${half}`, value: 'x'.repeat(2000) })
              .execute();
        });
        written += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let i = 0; i < 3; i += 1) {
      const before = written;
      const manifest = await made(world.placeFor(`b${i}`));
      const store = openStore({ file: join(world.placeFor(`b${i}`), 'hatchery.db') });
      const rows = await store.read
        .selectFrom('instance')
        .select('name')
        .where('name', 'like', 'w%')
        .execute();
      await store.close();
      expect(rows.length % 2).toBe(0);
      expect(rows.length / 2).toBeGreaterThanOrEqual(before);
      expect(manifest.rows.instance).toBeGreaterThanOrEqual(rows.length);
    }
    goOn = false;
    await writer;
    expect(written).toBeGreaterThan(0);
  });
});
