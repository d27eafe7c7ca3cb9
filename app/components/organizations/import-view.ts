import type { Field } from '#app/domain/forms/field.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/register/index.ts';
import type { FormError } from '../forms/index.ts';

/** The first step: a file is asked for. */
export interface UploadView {
  readonly fields: readonly Field[];
  readonly runs: readonly ImportRunLine[];
}

/** An import that was done, as a line. */
export interface ImportRunLine {
  readonly id: string;
  readonly fileName: string;
  readonly good: number;
  readonly bad: number;
  readonly at: string;
  readonly who: string | null;
}

/** The second step: what an import would do. */
export interface PreviewView {
  readonly runId: string;
  readonly fileName: string;
  readonly fields: { readonly columns: readonly Field[]; readonly others: readonly Field[] };
  readonly typed: Readonly<Record<string, string>>;
  readonly refusals: readonly FormError[];
  readonly termMonths: number;
  /** The upload and the choices as they stand in the address. */
  readonly query: string;
  /** Null where the choices do not allow to read the rows. */
  readonly found: FoundView | null;
}

export interface FoundView {
  readonly sheet: string | null;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly incoming: number;
  readonly figures: { readonly incubations: number; readonly proposed: number; readonly past: number };
  readonly skipped: readonly { readonly why: string; readonly count: number }[];
  readonly unknownColumns: readonly string[];
  readonly show: 'problems' | 'all';
  readonly problems: number;
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly PreviewLine[];
}

/** A row of the file with its verdict. */
export interface PreviewLine {
  readonly row: number;
  readonly verdict: Verdict;
  readonly name: string;
  readonly code: string | null;
  readonly term: {
    readonly joinedOn: string;
    readonly endsOn: string;
    readonly proposed: boolean;
    readonly past: boolean;
  } | null;
  readonly findings: readonly Refusal[];
}

/** The third step: what came of it. */
export interface ResultView {
  readonly id: string;
  readonly fileName: string;
  readonly good: number;
  readonly bad: number;
  readonly rejected: { readonly name: string; readonly size: number } | null;
}
