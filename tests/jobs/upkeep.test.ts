import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOfName } from '#app/domain/keeping/rotation.ts';
import { newCopyName } from '#app/jobs/backup/copy-name.server.ts';
import {
  backUpWhenDue,
  drillFolder,
  drillWhenDue,
  type Schedule,
} from '#app/jobs/backup/scheduled.server.ts';
import { isUpkeepDue, keepUp, type UpkeepLine } from '#app/jobs/upkeep.server.ts';
import { lastDone } from '#app/operations/keeping/keeping-dates.server.ts';
import { openFileStore, placeOfContent } from '#app/outside/files.server.ts';
import { choresState } from '#db/reads/admin-overview.server.ts';
import { type BackupWorld, backupWorld, operatorKey } from './backup-world.ts';

let world: BackupWorld;
let schedule: Schedule;
beforeEach(async () => {
  world = await backupWorld();
  schedule = {
    house: world.house,
    dataDir: world.folder,
    backupDir: world.placeFor('backups'),
    key: operatorKey,
    cost: 1024,
  };
});
afterEach(() => world.end());

const backups = () => readdirSync(schedule.backupDir).filter((name) => instantOfName(name) !== null);
const hour = 3_600_000;

describe('the hourly backup', () => {
  it('is made when an hour has passed, and lets those go that nothing stands on', async () => {
    expect((await backUpWhenDue(schedule))?.ok).toBe(true);
    expect(await backUpWhenDue(schedule)).toBeNull();
    world.clock.advance(hour - 1);
    expect(await backUpWhenDue(schedule)).toBeNull();
    for (let i = 0; i < 30; i += 1) {
      world.clock.advance(hour);
      expect((await backUpWhenDue(schedule))?.ok).toBe(true);
    }
    // 24 hours, and the last of the day before where it lies further back
    expect(backups().length).toBeGreaterThanOrEqual(24);
    expect(backups().length).toBeLessThan(31);
  });

  it('leaves nothing behind where it was refused, and removes what was never finished', async () => {
    await backUpWhenDue(schedule);
    const half = join(schedule.backupDir, '2026-01-01T00-00-00.000Z');
    writeFileSync(join(schedule.backupDir, 'note.txt'), 'mine');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(half);
    world.clock.advance(hour);
    expect((await backUpWhenDue(schedule))?.ok).toBe(true);
    expect(existsSync(half)).toBe(false);
    expect(existsSync(join(schedule.backupDir, 'note.txt'))).toBe(true);
  });

  it('is made also when the clock was set back', async () => {
    await backUpWhenDue(schedule);
    world.clock.advance(-3 * hour);
    expect((await backUpWhenDue(schedule))?.ok).toBe(true);
  });
});

describe('the trial of a restore', () => {
  it('leaves a date and nothing else, once a day', async () => {
    expect(await drillWhenDue(schedule)).toBeNull();
    await backUpWhenDue(schedule);
    expect((await drillWhenDue(schedule))?.ok).toBe(true);
    expect(await lastDone(world.store.read, 'drill')).toBe(world.clock.now());
    expect(existsSync(join(world.folder, drillFolder))).toBe(false);
    expect(await drillWhenDue(schedule)).toBeNull();
    world.clock.advance(24 * hour);
    expect((await drillWhenDue(schedule))?.ok).toBe(true);
  });

  it('leaves no date when the backup is spoiled, and names the file', async () => {
    await backUpWhenDue(schedule);
    writeFileSync(join(schedule.backupDir, backups()[0]!, 'hatchery.db.sealed'), 'spoiled');
    const tried = await drillWhenDue(schedule);
    expect(tried?.ok === false && tried.refusals[0]).toMatchObject({
      code: 'backup.changed',
      params: { file: 'hatchery.db.sealed' },
    });
    expect(await lastDone(world.store.read, 'drill')).toBeNull();
  });
});

describe('upkeep', () => {
  const kept = () => ({
    dataDir: world.folder,
    backupDir: schedule.backupDir,
    backupKey: null,
    now: null,
  });
  const run = async (more = {}) => {
    const lines: UpkeepLine[] = [];
    await keepUp(world.house, { ...kept(), ...more }, (line) => lines.push(line));
    return lines;
  };

  it('does what is due and says so; then nothing is due', async () => {
    expect(await isUpkeepDue(world.house, kept())).toBe(true);
    expect((await run()).map(([level, event]) => `${level} ${event}`)).toEqual([
      'info upkeep.backup',
      'info upkeep.drill',
      'info upkeep.check',
    ]);
    expect(await isUpkeepDue(world.house, kept())).toBe(false);
    expect(await run()).toEqual([]);
  });

  it('makes no backup where none is wanted', async () => {
    expect((await run({ backupDir: null })).map(([, event]) => event)).toEqual(['upkeep.check']);
  });

  it('finds at night what rotted, removes what no row refers to after a day, and the page of the chores knows', async () => {
    const files = openFileStore(world.folder);
    const rotten = await world.upload('会腐坏');
    writeFileSync(placeOfContent(world.folder, rotten), 'other');
    const [old, young] = await Promise.all(['旧的', '新的'].map((text) => files.put(Buffer.from(text))));
    if (!old?.ok || !young?.ok) throw new Error('no space');
    const dayBefore = new Date(Date.now() - 25 * hour);
    utimesSync(placeOfContent(world.folder, old.value.sha256), dayBefore, dayBefore);
    const check = (await run()).find(([, event]) => event === 'upkeep.check');
    expect(check).toEqual([
      'error',
      'upkeep.check',
      { files: 3, swept: 1, damaged: 1, first: rotten, faults: 0 },
    ]);
    expect(existsSync(placeOfContent(world.folder, old.value.sha256))).toBe(false);
    expect(existsSync(placeOfContent(world.folder, young.value.sha256))).toBe(true);
    expect((await choresState(world.store.read, world.clock.now())).found).toEqual({ faults: 0, damaged: 1 });
    rmSync(placeOfContent(world.folder, rotten));
    world.clock.advance(48 * hour);
    expect((await run()).find(([, event]) => event === 'upkeep.check')?.[2]).toMatchObject({ damaged: 1 });
  });

  it('removes at night the copy that a killed backup left, and leaves the one that a backup is at work on', async () => {
    const [left, atWork] = [newCopyName(), newCopyName()];
    const ofThePast = 'copying-4711.db';
    const old = [left, `${left}-wal`, ofThePast];
    for (const name of [...old, atWork]) writeFileSync(join(world.folder, name), 'a database');
    const dayBefore = new Date(Date.now() - 25 * hour);
    for (const name of old) utimesSync(join(world.folder, name), dayBefore, dayBefore);
    await run({ backupDir: null });
    expect(readdirSync(world.folder).filter((name) => name.startsWith('copying-'))).toEqual([atWork]);
  });
});
