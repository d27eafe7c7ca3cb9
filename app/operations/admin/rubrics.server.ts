import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Rubric } from '#app/domain/rubrics.ts';
import { validateRubric } from '#app/domain/rubrics.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { placeOf } from '#db/reads/admin.server.ts';
import { rubricVersionById, rubricVersionsOf } from '#db/reads/admin-rubrics.server.ts';
import { insertRubrics, updateDraftRubric } from '#db/writes/admin-rubrics.server.ts';
import type { House } from '../house.ts';
import { type AdminAsked, type AdminRefusal, administer, changedMeanwhile } from './administer.server.ts';

type Answer = Result<{ readonly id: string }, AdminRefusal>;

interface RubricAsked extends AdminAsked {
  readonly id: string;
}

/** A draft is seen by the moment of its last edit: each edit has its own. */
interface DraftAsked extends RubricAsked {
  readonly seen: string;
}

/**
 * Copies a published version to a draft of the next version; there is one draft of a rubric at a time, and asking
 * again answers it. Refusals: `unseen`, `rubric.isDraft`.
 */
export const copyRubric = (house: House, asked: RubricAsked): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'rubric.edit', place: (trx) => placeOf(trx, 'rubric', asked.id) },
    async (trx, at) => {
      const source = await rubricVersionById(trx, asked.id);
      if (source === undefined) return refused(refusal('unseen'));
      if (source.published_at === null) return refused(refusal('rubric.isDraft'));
      const versions = (await rubricVersionsOf(trx, source.center_id)).filter(
        (v) => v.rubric === source.rubric,
      );
      const draft = versions.find((v) => v.published_at === null);
      if (draft !== undefined)
        return done({ answer: { id: draft.id }, detail: { rubricId: draft.id, draftThere: true } });
      const version = Math.max(...versions.map((v) => v.version)) + 1;
      const id = newId(at);
      await insertRubrics(trx, [
        {
          id,
          center_id: source.center_id,
          rubric: source.rubric,
          version,
          content: JSON.stringify({ ...source.content, version }),
          published_at: null,
          edited_at: at,
        },
      ]);
      return done({ answer: { id }, detail: { rubricId: id, rubric: source.rubric, version } });
    },
  );

/**
 * Changes a draft. It may be wrong meanwhile: only publishing asks that all fits. `edit` answers null when what is to
 * be changed is not there. Refusals: `unseen`, `rubric.immutable` (published), `admin.changedMeanwhile`.
 */
export const editRubric = (
  house: House,
  asked: DraftAsked & { readonly edit: (rubric: Rubric) => Rubric | null },
): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'rubric.edit', place: (trx) => placeOf(trx, 'rubric', asked.id) },
    async (trx, at) => {
      const stored = await rubricVersionById(trx, asked.id);
      if (stored === undefined) return refused(refusal('unseen'));
      if (stored.published_at !== null) return refused(refusal('rubric.immutable'));
      const content = asked.edit(stored.content);
      if (content === null) return changedMeanwhile();
      const editedAt = laterThan(stored.edited_at, at);
      if (!(await updateDraftRubric(trx, asked.id, asked.seen, { content, editedAt })))
        return changedMeanwhile();
      return done({
        answer: { id: asked.id },
        detail: { rubricId: asked.id, rubric: stored.rubric, version: stored.version },
      });
    },
  );

/**
 * Publishes a draft: from now on panels that begin score by it, and it never changes again. Refusals: `unseen`,
 * `rubric.immutable`, `admin.changedMeanwhile`, and everything that `validateRubric` finds, each at its place.
 */
export const publishRubric = (house: House, asked: DraftAsked): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'rubric.edit', place: (trx) => placeOf(trx, 'rubric', asked.id) },
    async (trx, at) => {
      const stored = await rubricVersionById(trx, asked.id);
      if (stored === undefined) return refused(refusal('unseen'));
      if (stored.published_at !== null) return refused(refusal('rubric.immutable'));
      const wrong = validateRubric(stored.content);
      if (wrong.length > 0) return refused(...wrong);
      const change = { content: stored.content, editedAt: laterThan(stored.edited_at, at), publishedAt: at };
      if (!(await updateDraftRubric(trx, asked.id, asked.seen, change))) return changedMeanwhile();
      return done({
        answer: { id: asked.id },
        detail: { rubricId: asked.id, rubric: stored.rubric, version: stored.version, published: true },
      });
    },
  );

/** Two edits of one millisecond are still two: the later one gets the next millisecond. */
const laterThan = (before: string, at: string): string =>
  at > before ? at : new Date(Date.parse(before) + 1).toISOString();
