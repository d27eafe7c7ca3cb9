import type { DocumentRef, Field, Values } from '../forms/field.ts';
import type { Words } from '../words.ts';
import type { Tone } from './lifecycle.ts';

/** A value on a page, as data: the page writes days, money and deadlines in the reader's language. */
export type Shown =
  | Words
  /** A day, `YYYY-MM-DD`. */
  | { readonly date: string }
  | { readonly instant: string }
  /** A day or an instant by which something is due; `settled` no longer presses. */
  | { readonly due: string; readonly settled?: boolean }
  /** From a day to a day, both included. */
  | { readonly from: string; readonly to: string }
  | { readonly fen: number }
  | { readonly number: number }
  /** Hundredths of a point. */
  | { readonly score: number }
  | { readonly tag: Words; readonly tone: Tone }
  | { readonly href: string; readonly label: Words }
  | { readonly documents: readonly DocumentRef[] }
  /** A hash or a number, to be compared letter by letter. */
  | { readonly code: string }
  /** Who said or did something, and when. */
  | { readonly who: string; readonly at: string }
  /** One under another. */
  | { readonly all: readonly Shown[] };

/** A line of facts: what it is, and what it comes to. */
export interface ContentLine {
  readonly label: Words;
  readonly value: Shown | null;
}

/** A line of a table: values by column. `href` makes the first cell a link; `strong` heads the lines below it. */
export interface ContentRow {
  readonly id: string;
  readonly cells: readonly (Shown | null)[];
  readonly href?: string;
  readonly strong?: boolean;
}

/** Something that was found, answered, changed or appealed: a title and what is to be said of it. */
export interface ContentEntry {
  readonly id: string;
  readonly title: Words;
  readonly tag?: { readonly label: Words; readonly tone: Tone };
  readonly lines: readonly ContentLine[];
}

/** A rubric in words: its dimensions, and for each item how its points are found. */
export interface RubricInWords {
  readonly basis: Words;
  readonly dimensions: readonly {
    readonly id: string;
    readonly label: Words;
    readonly weight: number;
    readonly items: readonly {
      readonly id: string;
      readonly label: Words;
      readonly max: number;
      readonly how: readonly Words[];
    }[];
  }[];
  readonly mustHaves: readonly Words[];
  readonly vetoes: readonly Words[];
}

/**
 * A part of a record's page, as data: what the reader of that record may see, and nothing else. Each lifecycle's
 * view decides what goes in; the page only draws.
 */
export type ContentSection = {
  readonly id: string;
  readonly title: Words;
  readonly note?: Shown;
  readonly action?: { readonly label: Words; readonly href: string };
  /** Drawn shut, to be opened by who wants to read it. */
  readonly fold?: boolean;
  /** The events that are decided by it: on their pages it stands before the form, and not under a fold with the rest. */
  readonly decides?: readonly string[];
} & (
  | { readonly kind: 'answers'; readonly fields: readonly Field[]; readonly values: Values }
  | {
      readonly kind: 'facts';
      /** How far something has come, drawn as a bar above the lines. */
      readonly meter?: {
        readonly label: Words;
        readonly text: Words;
        readonly value: number;
        readonly max: number;
      };
      readonly lines: readonly ContentLine[];
    }
  | {
      readonly kind: 'table';
      readonly head: readonly { readonly label: Words; readonly number?: boolean }[];
      readonly rows: readonly ContentRow[];
      readonly empty: Words;
    }
  | { readonly kind: 'entries'; readonly entries: readonly ContentEntry[]; readonly empty: Words }
  | { readonly kind: 'rubric'; readonly rubric: RubricInWords }
  | {
      readonly kind: 'documents';
      readonly documents: readonly (DocumentRef & {
        readonly label: Words | null;
        readonly at: string | null;
      })[];
      readonly empty: Words;
    }
  | {
      readonly kind: 'tasks';
      readonly tasks: readonly {
        readonly label: Words;
        readonly href: string;
        readonly state: 'complete' | 'begun' | 'open';
        readonly note?: Words;
      }[];
    }
  | {
      readonly kind: 'checklist';
      readonly lines: readonly {
        readonly id: string;
        readonly ok: boolean;
        readonly text: Words;
        readonly note?: Words;
        /** What it rests on: documents, who stated it, where it can be looked up. */
        readonly evidence?: readonly Shown[];
      }[];
    }
  | {
      readonly kind: 'spread';
      readonly points: readonly {
        readonly label: Words;
        readonly value: number;
        readonly dropped: boolean;
      }[];
      readonly mean: number;
      readonly max: number;
      readonly pass?: number;
    }
  | { readonly kind: 'text'; readonly text: Words }
);

export interface Content {
  /** Further facts under the name. */
  readonly facts: readonly { readonly label: Words; readonly value: Shown }[];
  readonly sections: readonly ContentSection[];
  /** Whether the reader may open the organization's page. */
  readonly organizationOpen: boolean;
}
