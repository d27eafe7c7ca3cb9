import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { type BackupAsked, makeBackup } from '#app/jobs/backup/make-backup.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { keptSecret } from '#app/outside/kept-secret.server.ts';
import { openWorld, type World } from '#tests/world.ts';

/** A key as an operator would hold it. */
export const operatorKey = 'the key that the operator holds';

export interface BackupWorld extends World {
  /** A folder of its own for backups and restores; `placeFor` names one in it. */
  readonly placeFor: (name: string) => string;
  /** Uploads a document to a record: content and row. */
  readonly upload: (text: string) => Promise<string>;
  readonly backUp: (folder: string, more?: Partial<BackupAsked>) => ReturnType<typeof makeBackup>;
  readonly end: () => Promise<void>;
}

/** A world with a submitted application, two documents and a secret, and a place for its backups. */
export async function backupWorld(): Promise<BackupWorld> {
  const world = await openWorld();
  const outside = mkdtempSync(join(tmpdir(), 'hatchery-backup-'));
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  keptSecret(world.folder);
  const files = openFileStore(world.folder);
  const upload = async (text: string): Promise<string> => {
    const stored = await files.put(Buffer.from(text));
    if (!stored.ok) throw new Error('no space');
    await world.store.write((trx) =>
      trx
        .insertInto('document')
        .values({
          id: ulid(),
          center_id: world.centerId,
          lifecycle: 'application',
          record_id: id,
          slot: 'charter',
          name: '章程.pdf',
          mime: 'application/pdf',
          size: stored.value.size,
          sha256: stored.value.sha256,
          uploaded_by: null,
          uploaded_at: world.clock.now(),
          removed_at: null,
        })
        .execute(),
    );
    return stored.value.sha256;
  };
  // the cast's own documents have rows only; here every row has its content
  await world.store.write((trx) => trx.deleteFrom('document').execute());
  await upload('章程');
  await upload('x'.repeat(200_000));
  return {
    ...world,
    placeFor: (name) => join(outside, name),
    upload,
    backUp: (folder, more = {}) =>
      makeBackup({ house: world.house, dataDir: world.folder, folder, key: null, cost: 1024, ...more }),
    end: async () => {
      await world.close();
      rmSync(outside, { recursive: true, force: true });
    },
  };
}

/** Every file below a folder, from it. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
