import type { Words } from '../words.ts';

/** One thing that can be chosen. `value` is stored; `label` is said. */
export interface Option {
  readonly value: string;
  readonly label: Words;
  readonly hint?: Words;
}

interface Common {
  /** Letters, digits, `_`, `.` and `-`; also the name of the input. Its words: `field.<name>` unless `label` is given. */
  readonly name: string;
  readonly label?: Words;
  readonly hint?: Words;
  /** Fields are required unless this is true. */
  readonly optional?: boolean;
  /** Optional on the form, yet asked for in the end or under a condition that the hint tells: it is not marked as optional. */
  readonly unmarked?: boolean;
  /**
   * Kept apart from the history, because the history can never be erased: words and contacts of private people.
   * The machine sees the value when it decides; what it remembers may not depend on it.
   */
  readonly apart?: boolean;
  /** A heading drawn above this field, to group what belongs together. */
  readonly group?: Words;
}

export type TextFormat = 'phone' | 'email' | 'uscc' | 'organizationName' | 'personName';

/**
 * One question of a form, as data. The page that draws it, the check of what was sent and the reading view
 * all come from this (see `schema.ts`). A form is a list of fields; a form of an event may depend on the record.
 */
export type Field =
  | (Common & {
      readonly kind: 'text';
      readonly max: number;
      readonly min?: number;
      readonly format?: TextFormat;
    })
  | (Common & { readonly kind: 'paragraph'; readonly max: number; readonly min?: number })
  | (Common & { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly unit?: Words })
  | (Common & { readonly kind: 'decimal'; readonly min: number; readonly max: number; readonly unit?: Words })
  | (Common & { readonly kind: 'money' })
  | (Common & { readonly kind: 'date'; readonly notBefore?: string; readonly notAfter?: string })
  | (Common & { readonly kind: 'choice'; readonly options: readonly Option[] })
  | (Common & {
      readonly kind: 'choices';
      readonly options: readonly Option[];
      readonly min?: number;
      readonly max?: number;
    })
  /** A box to tick. Required means: must be ticked (a declaration). */
  | (Common & { readonly kind: 'tick' })
  | (Common & { readonly kind: 'yesNo' })
  | (Common & {
      readonly kind: 'files';
      readonly max: number;
      /** The endings that are taken, where they are not those of documents; its own hint says which, and how large. */
      readonly endings?: readonly string[];
    })
  /** Repeated lines of the same few fields; blank lines are left out. Input names: `name.0.column`. */
  | (Common & {
      readonly kind: 'rows';
      readonly columns: readonly SimpleField[];
      readonly min?: number;
      readonly max: number;
      /** Every line is drawn at once: for a form that is sent and never saved, where more cannot come later. */
      readonly whole?: true;
    });

export type SimpleField = Extract<
  Field,
  { kind: 'text' | 'paragraph' | 'integer' | 'decimal' | 'money' | 'date' | 'choice' | 'tick' }
>;

/** A stored document as a form value: what was uploaded for a `files` field. */
export interface DocumentRef {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

export type Value =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly DocumentRef[]
  | readonly Readonly<Record<string, string | number | boolean | null>>[];

/** The values of a form by field name, after the check: money in fen, dates ISO, absent optional fields left out. */
export type Values = Readonly<Record<string, Value>>;
