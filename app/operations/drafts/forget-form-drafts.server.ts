import { readDraft, type TypedValues } from '#app/domain/forms/form-draft.ts';
import { formDraftsAt } from '#db/reads/form-drafts.server.ts';
import { deleteFormDrafts, deleteOldFormDrafts } from '#db/writes/form-drafts.server.ts';
import type { House } from '../house.ts';

/** Drops a person's drafts for an address: they do not want them any more. */
export const forgetFormDrafts = async (house: House, personId: string, place: string): Promise<void> => {
  const drafts = await formDraftsAt(house.store.read, personId, place, house.clock.now());
  if (drafts.length > 0) await house.store.write((trx) => deleteFormDrafts(trx, personId, place));
};

/**
 * Drops the drafts of the form that was sent. A page may hold several forms, told apart by `intent`: the others stay.
 * `sent` is asked for only where there are drafts.
 */
export async function forgetSentForm(
  house: House,
  personId: string,
  place: string,
  sent: () => Promise<TypedValues>,
): Promise<void> {
  const drafts = await formDraftsAt(house.store.read, personId, place, house.clock.now());
  if (drafts.length === 0) return;
  const { intent } = await sent();
  const gone = drafts.filter((draft) => readDraft(draft.values).intent === intent);
  if (gone.length === 0) return;
  await house.store.write(async (trx) => {
    for (const { browser } of gone) await deleteFormDrafts(trx, personId, place, browser);
  });
}

/** Drops the drafts that nobody came back for; answers how many. For the ticker. */
export const forgetOldFormDrafts = (house: House): Promise<number> => {
  const now = house.clock.now();
  return house.store.write((trx) => deleteOldFormDrafts(trx, now));
};
