import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A disk of 24 MiB for the tests of a file. It needs root: elsewhere it is not mounted, and they say that they were skipped. */
export interface SmallDisk {
  readonly folder: string;
  readonly isMounted: boolean;
}

/** Mounts it when the tests begin and not while their file is read: a file of which no test is asked for unmounts nothing. */
export function smallDisk(): SmallDisk {
  const disk = { folder: '', isMounted: false };
  beforeAll(() => {
    disk.folder = mkdtempSync(join(tmpdir(), 'hatchery-small-disk-'));
    disk.isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk.folder]).status === 0;
  });
  afterAll(() => {
    if (disk.isMounted) spawnSync('umount', [disk.folder]);
    rmSync(disk.folder, { recursive: true, force: true });
  });
  return disk;
}
