import { statfs } from 'node:fs/promises';
import type { House } from '#app/operations/house.ts';
import { setProbe } from '#app/operations/keeping/probe.server.ts';
import { appliedMigrations, knownMigrations } from '#db/migrate.server.ts';

/** Less than this left on the disk of `DATA_DIR`, and the installation takes no more visitors: 64 MB. */
export const leastSpace = 64 * 1024 * 1024;

export type Readiness = { readonly ok: true } | { readonly ok: false; readonly code: string };

/**
 * Whether an installation is fit for visitors. The codes of what is not: `database` (it cannot be read, or not be
 * written), `migrations` (it is not the one of this program), `disk` (less than 64 MB left).
 */
export function readinessOf(
  { store }: House,
  dataDir: string,
  spaceOf: (folder: string) => Promise<number> = spaceLeft,
): () => Promise<Readiness> {
  return async () => {
    try {
      const applied = await appliedMigrations(store.read);
      if (applied.join() !== [...knownMigrations].sort().join()) return { ok: false, code: 'migrations' };
      await setProbe(store);
    } catch {
      return { ok: false, code: 'database' };
    }
    return (await spaceOf(dataDir)) < leastSpace ? { ok: false, code: 'disk' } : { ok: true };
  };
}

/** Bytes that may still be written on the disk of a folder. */
export async function spaceLeft(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
