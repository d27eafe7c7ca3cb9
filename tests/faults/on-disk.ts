import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder on a disk, where flushing takes its time, for tests of what is there after a crash. The caller removes it. */
export const folderOnDisk = (name: string): string =>
  mkdtempSync(join(process.env.HATCHERY_RUN_DISK ?? tmpdir(), name));
