import type { DocumentRef, Field, Values } from '../forms/field.ts';
import type { Words } from '../words.ts';

/** A line of a table: words by column. `href` makes the first cell a link. */
export interface ContentRow {
  readonly id: string;
  readonly cells: readonly (Words | null)[];
  readonly href?: string;
}

/**
 * A part of a record's page, as data: what the reader of that record may see, and nothing else. Each lifecycle's
 * view decides what goes in; the page only draws.
 */
export type ContentSection = {
  readonly id: string;
  readonly title: Words;
  readonly note?: Words;
  readonly action?: { readonly label: Words; readonly href: string };
} & (
  | { readonly kind: 'answers'; readonly fields: readonly Field[]; readonly values: Values }
  | {
      readonly kind: 'facts';
      readonly lines: readonly { readonly label: Words; readonly value: Words | null }[];
    }
  | {
      readonly kind: 'table';
      readonly head: readonly { readonly label: Words; readonly number?: boolean }[];
      readonly rows: readonly ContentRow[];
      readonly empty: Words;
    }
  | {
      readonly kind: 'documents';
      readonly documents: readonly (DocumentRef & { readonly label: Words | null; readonly at: string })[];
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
    }
  | { readonly kind: 'text'; readonly text: Words }
);

export interface Content {
  /** Further facts under the name. */
  readonly facts: readonly { readonly label: Words; readonly value: Words }[];
  readonly sections: readonly ContentSection[];
  /** Whether the reader may open the organization's page. */
  readonly organizationOpen: boolean;
}
