import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupCommand, restoreCommand } from '#app/jobs/backup/backup-command.server.ts';
import { openInstallation } from '#app/jobs/installation.server.ts';
import { verifyWholeHistory } from '#app/operations/engine/verify-history.server.ts';
import type { Connection } from '#db/connection.server.ts';
import { environmentOf, newPlace, openPlace, type Place, removePlace } from '#tests/database.ts';
import { type BackupWorld, backupWorld, filesBelow, operatorKey } from '#tests/jobs/backup-world.ts';

let world: BackupWorld;
let target: Place;
beforeEach(async () => {
  world = await backupWorld();
  target = await newPlace(world.folder);
});
afterEach(async () => {
  await removePlace(target);
  await world.end();
});

const lines: string[] = [];
const terminal = (env: Readonly<Record<string, string>>) => {
  lines.length = 0;
  const say = (line: string) => void lines.push(line);
  return { env: { BACKUP_KEY: operatorKey, ...env }, folder: world.placeFor(''), out: say, err: say };
};
const backUp = () =>
  backupCommand(['today'], terminal({ ...environmentOf(world.place), DATA_DIR: world.folder }));
const restore = (env: Readonly<Record<string, string>>) =>
  restoreCommand(['today'], terminal({ DATA_DIR: world.placeFor('new'), ...env }));
const historyIn = (db: Connection) => db.selectFrom('history').selectAll().orderBy('seq').execute();

describe('a backup of PostgreSQL', () => {
  it('is restored into another database, whose chains verify and go on at the next place', async () => {
    expect(await backUp()).toBe(0);
    expect(await restore(environmentOf(target))).toBe(0);
    const store = await openPlace(target);
    try {
      const events = await historyIn(store.read);
      expect(events.length).toBeGreaterThan(0);
      expect(events).toEqual(await historyIn(world.store.read));
      expect((await verifyWholeHistory(store.read)).faults).toEqual([]);
      expect(await store.read.selectFrom('person').selectAll().orderBy('id').execute()).toEqual(
        await world.store.read.selectFrom('person').selectAll().orderBy('id').execute(),
      );
    } finally {
      await store.close();
    }
    expect(readdirSync(world.placeFor('new')).sort()).toEqual(['files', 'session-secret']);
    expect(filesBelow(join(world.placeFor('new'), 'files'))).toHaveLength(2);
  });

  it('is restored into a folder too: the way back to SQLite', async () => {
    expect(await backUp()).toBe(0);
    expect(await restore({})).toBe(0);
    const store = await openInstallation(world.placeFor('new'), world.clock.now());
    expect(await historyIn(store.read)).toEqual(await historyIn(world.store.read));
    await store.close();
  });

  it('goes into no database that holds anything, and leaves the folder as it was', async () => {
    expect(await backUp()).toBe(0);
    const before = await historyIn(world.store.read);
    expect(await restore(environmentOf(world.place))).toBe(1);
    expect(lines.join('\n')).toContain('DATABASE_URL');
    expect(readdirSync(world.placeFor('new'))).toEqual([]);
    expect(await historyIn(world.store.read)).toEqual(before);
  });

  it('that was spoiled is named, and nothing of it arrives', async () => {
    expect(await backUp()).toBe(0);
    const file = join(world.placeFor('today'), 'hatchery.db.sealed');
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await restore(environmentOf(target))).toBe(1);
    expect(lines.join('\n')).toContain('hatchery.db.sealed');
    const store = await openPlace(target);
    expect(await store.read.selectFrom('center').select('id').execute()).toEqual([]);
    await store.close();
    expect(existsSync(join(world.placeFor('new'), 'files'))).toBe(false);
  });
});
