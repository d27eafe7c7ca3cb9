// One folder for everything that a run of the tests puts aside: made before it, removed after it, and what a test left
// behind in it is told and fails the run. It lies in memory where there is room: nothing in it outlives the run.
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from './preparation.mjs';

const roomNeeded = 2 * 1024 ** 3;

/** The folder for what is gone after a run: in memory where there is room. */
export function roomiest() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > roomNeeded) return '/dev/shm';
  } catch {
    // there is no such folder
  }
  return tmpdir();
}

/**
 * Makes the folder, and one that surely lies on a disk, for what is about disks. `environment` sends the temporary files
 * of a process and its children there; `left` names what tests made and did not remove; `remove` ends it all.
 */
export function makeTemporaryFolder() {
  const [folder, disk] = [roomiest(), tmpdir()].map((place) => mkdtempSync(join(place, 'hatchery-run-')));
  const made = [folder, disk];
  return {
    environment: {
      ...{ TMPDIR: folder, TEMP: folder, TMP: folder },
      ...{ HATCHERY_RUN_FOLDER: folder, HATCHERY_RUN_DISK: disk },
    },
    left: () => made.flatMap((one) => readdirSync(one)).filter((name) => name.startsWith('hatchery-')),
    remove: () => {
      for (const one of made) rmSync(one, { recursive: true, force: true });
    },
  };
}

/** Says what tests left behind. */
export const tellLeft = (names) =>
  tell(`测试结束后仍留有临时文件夹：${names.join('、')}`, `Tests left folders behind: ${names.join(', ')}`);

/** For vitest: the folder of a run, unless whoever started it has made one. */
export default function setup() {
  if (process.env.HATCHERY_RUN_FOLDER) return undefined;
  const folder = makeTemporaryFolder();
  Object.assign(process.env, folder.environment);
  // somebody who interrupts the tests leaves nothing either
  process.once('exit', folder.remove);
  return () => {
    const left = folder.left();
    folder.remove();
    if (left.length === 0) return;
    tellLeft(left);
    process.exitCode = 1;
  };
}
