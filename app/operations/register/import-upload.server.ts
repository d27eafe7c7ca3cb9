import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { FileStore } from '#app/outside/files.server.ts';
import type { House } from '../house.ts';
import { importerOf } from './import-access.server.ts';
import { importRegister } from './import-register.server.ts';
import { openImportRun } from './import-runs.server.ts';
import { openUpload, type TypedChoices } from './open-upload.server.ts';

export interface UploadImport {
  readonly runId: string;
  readonly typed: TypedChoices;
  /** How many organizations the person was shown to come in. */
  readonly shown: number;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly address: string;
}

/**
 * Imports a register that the actor uploaded and looked at; once, however often it is asked for. Refusals: `unseen`,
 * those of the choices at their inputs, and those of `importRegister`.
 */
export async function importUpload(
  house: House,
  files: FileStore,
  asked: UploadImport,
): Promise<Result<{ readonly runId: string }, Refusal | FieldRefusal>> {
  if ((await openImportRun(house, asked.actor, asked.runId)) !== undefined)
    return done({ runId: asked.runId });
  const upload = await openUpload(house, files, asked.actor, asked.runId, asked.typed);
  if (upload === undefined) return refused(refusal('unseen'));
  if (upload.plan === null) return refused(...upload.refusals);
  const { grid, fileName, mapping, termMonths, programId, center } = upload;
  return importRegister(
    house,
    { files },
    {
      ...asked,
      centerId: center.id,
      grid,
      fileName,
      mapping,
      termMonths,
      programId,
      by: importerOf(asked.actor, center),
    },
  );
}
