import { type LetterName, letterId, lettersFrom } from '#app/domain/letters/kinds.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';

/** A letter that was issued, as a line of a record's page. */
export interface IssuedLetter {
  readonly name: LetterName;
  /** As it stands in the address. */
  readonly id: string;
  /** ISO instant of the event behind it. */
  readonly at: string;
}

/** The letters of a record that its reader may open, the newest first. Nothing is looked up: the history says it all. */
export const lettersOfRecord = (view: RecordView): readonly IssuedLetter[] =>
  view.history
    .flatMap((h) =>
      lettersFrom(view.lifecycle, h, view.roles).map((name) => ({
        name,
        id: letterId(name, h.number),
        at: h.at,
      })),
    )
    .reverse();
