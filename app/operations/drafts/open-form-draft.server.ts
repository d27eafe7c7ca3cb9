import { readDraft, type TypedValues } from '#app/domain/forms/form-draft.ts';
import { formDraftsAt, isInterruptedAt } from '#db/reads/form-drafts.server.ts';
import type { House } from '../house.ts';
import { hashOfToken } from '../people/tokens.server.ts';

/** A form that was not sent yet, to be drawn as it was left. */
export interface KeptForm {
  /** The address that it is sent to. */
  readonly place: string;
  readonly raw: TypedValues;
  readonly savedAt: string;
  /** It was sent, but its session had ended; otherwise it saved itself. */
  readonly interrupted: boolean;
}

/** The newest draft of a person for an address; what was interrupted shows only in the browser that sent it. */
export async function openFormDraft(
  house: House,
  personId: string,
  place: string,
  browserToken: string | undefined,
): Promise<KeptForm | null> {
  const browser = browserToken === undefined ? '' : hashOfToken(browserToken);
  const drafts = await formDraftsAt(house.store.read, personId, place, house.clock.now());
  const draft = drafts.find((each) => each.browser === '' || each.browser === browser);
  if (draft === undefined) return null;
  return {
    place,
    raw: readDraft(draft.values),
    savedAt: draft.saved_at,
    interrupted: draft.browser !== '',
  };
}

/** Whether this browser's form was kept for whoever it belongs to, so that the sign-in page can say so. */
export const wasInterrupted = async (
  house: House,
  place: string,
  browserToken: string | undefined,
): Promise<boolean> =>
  browserToken !== undefined &&
  isInterruptedAt(house.store.read, hashOfToken(browserToken), place, house.clock.now());
