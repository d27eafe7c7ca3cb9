import { readGrid } from '#app/documents/register-grid.server.ts';
import type { UploadedFile } from '#app/domain/forms/form-input.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { FileStore } from '#app/outside/files.server.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { importDocuments } from '#db/reads/import-runs.server.ts';
import { insertDocuments } from '#db/writes/engine.server.ts';
import { removeUploadedRegisters } from '#db/writes/import.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { columnsOf } from './choices.ts';
import { importCenter } from './import-access.server.ts';

/** The input that takes the file. */
export const uploadInput = 'register';

const textType = 'text/csv';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Keeps a register that somebody uploaded until it is imported, and answers the id of the import that it may become.
 * An earlier one of the same person that was never imported is let go. Refusals: `unseen`, and at the file's input
 * `register.file.*`, `register.noHeader` (nothing in it looks like a table), `file.noSpace`.
 */
export async function keepUpload(
  house: House,
  files: FileStore,
  asked: { readonly actor: Actor; readonly centerId: string; readonly file: UploadedFile },
): Promise<Result<{ readonly runId: string }, Refusal | FieldRefusal>> {
  const { actor, file } = asked;
  const atFile = (refusals: readonly Refusal[]) =>
    refused(...refusals.map((one) => ({ ...one, field: uploadInput })));
  const center = await importCenter(house.store.read, actor, asked.centerId);
  const personId = actor.personId;
  if (center === undefined || personId === null) return refused(refusal('unseen'));
  const grid = await readGrid(file.bytes, file.name);
  if (!grid.ok) return atFile(grid.refusals);
  if (columnsOf(grid.value).length === 0) return atFile([refusal('register.noHeader')]);
  const stored = await files.put(file.bytes);
  if (!stored.ok) return atFile(stored.refusals);
  return writeOrUndo(house.store, async (trx) => {
    const at = house.clock.now();
    const runId = newId(at);
    await removeUploadedRegisters(trx, center.id, personId, at);
    await insertDocuments(trx, [
      {
        id: newId(at),
        center_id: center.id,
        lifecycle: importDocuments,
        record_id: runId,
        slot: 'register',
        name: file.name,
        mime: grid.value.form === 'xlsx' ? workbookType : textType,
        size: stored.value.size,
        sha256: stored.value.sha256,
        uploaded_by: personId,
        uploaded_at: at,
        removed_at: null,
      },
    ]);
    return done({ runId });
  });
}
