import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type Refusal, type Result } from '#app/domain/refusal.ts';
import { removeDocuments as takeOff } from '#db/writes/documents.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { editableApplication } from './editable.server.ts';

/**
 * Takes documents off an application; what was submitted with an earlier snapshot stays there. Documents of other records
 * are left alone. Refusals: `unseen`, `notYours`, `application.notEditable`.
 */
export function removeDocuments(
  house: House,
  asked: { readonly actor: Actor; readonly id: string; readonly documentIds: readonly string[] },
): Promise<Result<true>> {
  const at = house.clock.now();
  return writeOrUndo<true, Refusal>(house.store, async (trx) => {
    const found = await editableApplication(trx, asked.actor, asked.id, at);
    if (!found.ok) return found;
    await takeOff(trx, 'application', asked.id, asked.documentIds, at);
    return done(true);
  });
}
