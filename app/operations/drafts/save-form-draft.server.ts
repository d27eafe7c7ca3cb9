import { after, draftText, isKeepable, SAVED_MS, type TypedValues } from '#app/domain/forms/form-draft.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { deleteFormDrafts } from '#db/writes/form-drafts.server.ts';
import { keyWasUsed } from '../engine/idempotency.server.ts';
import type { House } from '../house.ts';
import { keepDraft } from './keep-draft.server.ts';

/**
 * Keeps what stands in a form while somebody types, one draft for each person and address; what was interrupted there
 * before is older and goes. A draft that arrives after its own form was sent is dropped. Refusal: `draft.notKept`.
 */
export async function saveFormDraft(
  house: House,
  asked: {
    readonly personId: string;
    readonly place: string;
    readonly typed: TypedValues;
    /** The key of the form's drawing, under which the form itself is sent. */
    readonly formKey: string | undefined;
  },
): Promise<Result<{ readonly savedAt: string }>> {
  const { personId, place, formKey } = asked;
  const text = draftText(asked.typed);
  if (!isKeepable(place) || text === null) return refused(refusal('draft.notKept'));
  const at = house.clock.now();
  await house.store.write(async (trx) => {
    if (formKey !== undefined && (await keyWasUsed(trx, personId, formKey))) return;
    await deleteFormDrafts(trx, personId, place);
    await keepDraft(trx, { personId, place, browser: '', text, at, until: after(at, SAVED_MS) });
  });
  return done({ savedAt: at });
}
