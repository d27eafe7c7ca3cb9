import type { Values } from '../forms/field.ts';
import type { RecordContext } from '../lifecycles/lifecycle.ts';
import type { LetterBody } from './letter.ts';

/** A line of a record's history, read back. */
export interface HistoryLine {
  readonly number: number;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: string;
  readonly by: { readonly personId: string | null; readonly name: string; readonly role: string };
  readonly input: Values;
  readonly observed: Readonly<Record<string, unknown>>;
}

/** What a letter takes from outside the record. */
export interface LetterFacts {
  readonly organization: {
    readonly name: string;
    /** The unified code or the record number; null where there is neither. */
    readonly proof: string | null;
  };
  readonly center: {
    readonly name: string;
    readonly nameEn: string;
    readonly address: string;
    readonly phone: string;
  };
  readonly program: string | null;
  readonly call: string | null;
  /** Of an application: what was sent in, version by version. */
  readonly snapshots: readonly { readonly number: number; readonly hash: string }[];
  /** Of an application that was reviewed: its place among those of its call; null while the ranking does not stand. */
  readonly rank: { readonly place: number; readonly of: number } | null;
  /** Of a graduation: the term of the incubation that ended with it. */
  readonly term: { readonly startsOn: string; readonly endsOn: string } | null;
  /** Where the certificate can be checked, as people type it. */
  readonly checkAddress: string | null;
  readonly revokedOn: string | null;
}

/**
 * Everything a letter is made of: the event behind it, the record as it stood before and after, what had happened
 * until then, and for whom it is written. `judges` reads names and sums of single judges, `organization` never does.
 */
export interface LetterCase<C extends RecordContext = RecordContext> {
  readonly line: HistoryLine;
  readonly before: C;
  readonly after: C;
  /** The history up to and with the event. */
  readonly earlier: readonly HistoryLine[];
  readonly facts: LetterFacts;
  readonly audience: 'judges' | 'organization';
  /** The day of the center at an instant. */
  readonly dayOf: (instant: string) => string;
  /** The last day of a deadline. */
  readonly lastDayOf: (due: string) => string;
}

// Each builder knows the context of its own lifecycle; only the table of kinds is generic over them.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type LetterBuilder<C extends RecordContext = any> = (of: LetterCase<C>) => LetterBody;

/** The newest event of one of these names up to the letter's own. */
export const lastOf = (
  { earlier }: Pick<LetterCase, 'earlier'>,
  ...events: readonly string[]
): HistoryLine | undefined => earlier.filter((l) => events.includes(l.event)).at(-1);
