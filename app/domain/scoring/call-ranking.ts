import type { Tone } from '../lifecycles/lifecycle.ts';

/** An application whose review is closed, in its place. */
export interface RankedLine {
  readonly id: string;
  readonly number: string | null;
  readonly organizationName: string;
  readonly state: string;
  readonly tone: Tone;
  readonly rank: number;
  /** The last thing that told it from those beside it. */
  readonly decidedBy: string;
  readonly needsLot: boolean;
  /** Points; null to a reader who has no part in this application (recused, or an office in the organization). */
  readonly panel: {
    readonly score: number;
    readonly highest: number;
    readonly lowest: number;
    readonly spreadFlagged: boolean;
    /** Totals in the order of the panel's list. */
    readonly totals: readonly { readonly points: number; readonly dropped: boolean }[];
  } | null;
  readonly vetoed: boolean;
}

/** The ranking of a call (评分汇总表). */
export interface CallRanking {
  readonly applicationId: string;
  readonly call: { readonly id: string; readonly title: string; readonly quota: number | null };
  readonly lines: readonly RankedLine[];
  /** Applications whose review is still open, by name only: the ranking stands once there are none. */
  readonly open: readonly {
    readonly id: string;
    readonly organizationName: string;
    readonly state: string;
  }[];
  readonly pass: number;
  readonly max: number;
  /** Panel members of the largest panel: as many columns has the table. */
  readonly seats: number;
}
