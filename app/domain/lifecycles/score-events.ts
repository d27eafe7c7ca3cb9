import type { Values } from '../forms/field.ts';
import type { Rubric } from '../rubrics.ts';
import type { Sheet } from '../scoring.ts';
import { scoreFields, sheetFromInput } from './score-sheet.ts';
import { ownSheetValues } from './sheet-values.ts';

interface Scored {
  readonly rubric: Rubric | null;
  readonly sheets: Readonly<Record<string, Sheet>>;
}

const form = (context: Scored) => (context.rubric === null ? [] : scoreFields(context.rubric));

/**
 * The two ways to send a score sheet: kept as a draft, with whatever is still open in it, or locked, when all of it must
 * be there. One form with two buttons.
 */
export const scoreEvents = <R extends 'reviewer' | 'assessor'>(by: R) =>
  ({
    save_sheet: {
      noun: 'score-draft',
      by: [by],
      manner: 'plain',
      within: 'score',
      form,
      initial: ownSheetValues,
    },
    score: { noun: 'score', by: [by], manner: 'primary', form, initial: ownSheetValues },
  }) as const;

/** The sheet that was sent: `score` locks it. Before there were two events it said so itself, in the answer `lock`. */
export const sheetSent = (
  rubric: Rubric,
  personId: string,
  event: { readonly type: string; readonly input: Values },
): Sheet => ({
  ...sheetFromInput(rubric, personId, event.input),
  locked: event.type === 'score' && event.input.lock !== false,
});
