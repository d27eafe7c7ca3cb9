import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupCommand, restoreCommand } from '#app/jobs/backup/backup-command.server.ts';
import { environmentOf } from '#tests/database.ts';
import { type BackupWorld, backupWorld } from './backup-world.ts';

let world: BackupWorld;
beforeEach(async () => {
  world = await backupWorld();
});
afterEach(() => world.end());

function terminal(env: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  return { env, folder: world.placeFor(''), out: say, err: say, lines };
}

describe('npm run backup and npm run restore', () => {
  it('back up beside a process that serves, and restore into a new folder, saying what there is', async () => {
    const here = terminal({ ...environmentOf(world.place), DATA_DIR: world.folder });
    expect(await backupCommand(['today'], here)).toBe(0);
    expect(here.lines.join('\n')).toMatch(/2 files/);
    expect(here.lines.join('\n')).toMatch(/BACKUP_KEY/);
    const there = terminal({ DATA_DIR: world.placeFor('new') });
    expect(await restoreCommand(['today'], there)).toBe(0);
    expect(there.lines.join('\n')).toMatch(/2 个文件/);
  });

  it.each([
    ['without a folder', []],
    ['with two', ['a', 'b']],
    ['with an option that there is not', ['--all']],
  ])('say how they are used, %s', async (_name, args) => {
    for (const command of [backupCommand, restoreCommand]) {
      const here = terminal({ DATA_DIR: world.folder });
      expect(await command(args, here)).toBe(2);
      expect(here.lines.join('\n')).toMatch(/npm run (backup|restore) -- FOLDER/);
    }
  });

  it('make no empty database to back up', async () => {
    const here = terminal({ DATA_DIR: world.placeFor('nothing') });
    expect(await backupCommand(['x'], here)).toBe(1);
    expect(here.lines).toHaveLength(2);
  });
});
