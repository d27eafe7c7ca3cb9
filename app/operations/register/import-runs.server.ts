import type { Actor } from '#app/domain/policy/actor.ts';
import { importDocument, importRunById, lastImportRuns } from '#db/reads/import-runs.server.ts';
import type { House } from '../house.ts';
import { type ImportCenter, importCenter } from './import-access.server.ts';

/** One import that was done. */
export interface ImportRunView {
  readonly id: string;
  readonly fileName: string;
  readonly good: number;
  readonly bad: number;
  readonly at: string;
  /** The rows that stayed out, as a file; null when all came in. */
  readonly rejected: { readonly name: string; readonly size: number } | null;
}

/** An import that the actor may look at, or undefined. */
export async function openImportRun(
  house: House,
  actor: Actor,
  id: string,
): Promise<ImportRunView | undefined> {
  const db = house.store.read;
  const run = await importRunById(db, id);
  if (run === undefined || (await importCenter(db, actor, run.center_id)) === undefined) return undefined;
  const rejected = await importDocument(db, id, 'rejected');
  return {
    id,
    fileName: run.file_name,
    good: run.good,
    bad: run.bad,
    at: run.created_at,
    rejected: rejected ? { name: rejected.name, size: rejected.size } : null,
  };
}

/** The file of the rows that stayed out of an import, for those who may import there; undefined for anyone else. */
export async function openRejected(
  house: House,
  actor: Actor,
  id: string,
): Promise<{ readonly name: string; readonly mime: string; readonly sha256: string } | undefined> {
  const run = await openImportRun(house, actor, id);
  return run && (await importDocument(house.store.read, id, 'rejected'));
}

const MOST_SHOWN = 10;

/** The last imports into the actor's centers, with who did them. */
export const lastImports = async (house: House, centers: readonly ImportCenter[]) =>
  (
    await lastImportRuns(
      house.store.read,
      centers.map((center) => center.id),
      MOST_SHOWN,
    )
  ).map((run) => ({
    id: run.id,
    fileName: run.file_name,
    good: run.good,
    bad: run.bad,
    at: run.created_at,
    who: run.person_name,
  }));
