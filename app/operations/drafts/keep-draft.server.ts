import { beyondMeasure } from '#app/domain/forms/form-draft.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { formDraftSizes } from '#db/reads/form-drafts.server.ts';
import { deleteFormDrafts, putFormDraft } from '#db/writes/form-drafts.server.ts';

/** Keeps a draft and drops the person's oldest where they would have too many. */
export async function keepDraft(
  trx: OpenTransaction,
  draft: {
    readonly personId: string;
    readonly place: string;
    readonly browser: string;
    readonly text: string;
    readonly at: string;
    readonly until: string;
  },
): Promise<void> {
  const { personId, place, browser, text, at, until } = draft;
  await putFormDraft(trx, {
    person_id: personId,
    place,
    browser,
    values: text,
    size: text.length,
    saved_at: at,
    expires_at: until,
  });
  const tooMany = beyondMeasure(await formDraftSizes(trx, personId));
  for (const old of tooMany) await deleteFormDrafts(trx, personId, old.place, old.browser);
}
