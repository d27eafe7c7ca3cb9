import { documentFields } from '#app/domain/forms/application-form.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { documentsOf } from '#db/reads/documents.server.ts';
import { insertDocuments } from '#db/writes/engine.server.ts';
import type { UploadedDocument } from '../advance.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { editableApplication } from './editable.server.ts';

/**
 * Attaches documents, whose contents lie in the file store already, to an application. The same content in the same
 * place counts once, so that sending again does no harm. Refusals: `unseen`, `notYours`, `application.notEditable`,
 * `form.tooManyFiles` by slot.
 */
export function attachDocuments(
  house: House,
  asked: { readonly actor: Actor; readonly id: string; readonly documents: readonly UploadedDocument[] },
): Promise<Result<true, Refusal | FieldRefusal>> {
  const at = house.clock.now();
  return writeOrUndo<true, Refusal | FieldRefusal>(house.store, async (trx) => {
    const found = await editableApplication(trx, asked.actor, asked.id, at);
    if (!found.ok) return found;
    const fields = documentFields(found.value.context.track);
    const present = await documentsOf(trx, 'application', asked.id);
    const isThere = ({ slot, sha256 }: UploadedDocument) =>
      present.some((document) => document.slot === slot && document.sha256 === sha256);
    const fresh = asked.documents.filter((document) => !isThere(document));
    for (const { slot } of fresh) {
      const field = fields.find((each) => each.name === slot);
      if (field?.kind !== 'files') return refused(refusal('unseen'));
      const count = [...present, ...fresh].filter((document) => document.slot === slot).length;
      if (count > field.max)
        return refused({ field: slot, ...refusal('form.tooManyFiles', { max: field.max }) });
    }
    await insertDocuments(
      trx,
      fresh.map((document) => ({
        ...document,
        center_id: found.value.row.center_id,
        lifecycle: 'application',
        record_id: asked.id,
        uploaded_by: asked.actor.personId,
        uploaded_at: at,
        removed_at: null,
      })),
    );
    return done(true);
  });
}
