import type { Words } from '../words.ts';

/** What a letter says at one place, as data: the same description is drawn as a page and as a .docx, in each language. */
export type LetterText =
  | Exclude<Words, { readonly key: string }>
  /** A sentence of the catalogues; what it is filled with may itself have to be said. */
  | { readonly key: string; readonly params?: Readonly<Record<string, string | number | LetterText>> }
  /** A day, `YYYY-MM-DD`. */
  | { readonly date: string }
  | { readonly instant: string }
  | { readonly fen: number }
  | { readonly number: number }
  /** Hundredths of a point. */
  | { readonly score: number }
  /** Several things in one sentence. */
  | { readonly all: readonly LetterText[] };

/** A signature line. Without a name or a day it stays blank, to be signed on paper. */
export interface SignatureLine<T> {
  readonly label: T;
  readonly name: T | null;
  readonly on: T | null;
}

/** A part of a letter's body. */
export type LetterBlock<T> =
  | { readonly kind: 'paragraph'; readonly text: T }
  | { readonly kind: 'heading'; readonly text: T }
  | { readonly kind: 'facts'; readonly lines: readonly { readonly label: T; readonly value: T }[] }
  | {
      readonly kind: 'table';
      readonly head: readonly { readonly label: T; readonly number?: boolean; readonly share?: number }[];
      readonly rows: readonly (readonly (T | null)[])[];
    }
  /** Numbered, one under another. */
  | { readonly kind: 'list'; readonly items: readonly T[] }
  | { readonly kind: 'signatures'; readonly lines: readonly SignatureLine<T>[] };

/** A letter (文书): described with `LetterText`, said in one language with `string`. */
export interface Letter<T> {
  readonly form: 'letter' | 'certificate';
  readonly issuer: T;
  readonly title: T;
  readonly number: T;
  /** To whom it is written (主送); null for what is written to everyone. */
  readonly addressee: T | null;
  readonly blocks: readonly LetterBlock<T>[];
  /** The last line before the signature of the center: "特此通知。" */
  readonly closing: T | null;
  /** Who signs at the foot; null where signature lines do. */
  readonly signer: T | null;
  readonly date: T;
  /** Small, under everything: where it can be checked. */
  readonly note: T | null;
  /** The address under which it can be checked, for a telephone's camera; null for what cannot be. */
  readonly checkAddress: string | null;
  /** Across the letter: it does not hold any more. */
  readonly stamp: T | null;
}

/** What a builder gives; issuer, number, date and addressee are the same for every letter and put in afterwards. */
export interface LetterBody {
  readonly title: LetterText;
  readonly blocks: readonly LetterBlock<LetterText>[];
  readonly form?: 'letter' | 'certificate';
  /** Not written to the organization: minutes, a public notice. */
  readonly toEveryone?: boolean;
  readonly closing?: LetterText;
  /** The parties sign instead of the center. */
  readonly unsigned?: boolean;
  readonly note?: LetterText;
  readonly checkAddress?: string;
  readonly stamp?: LetterText;
}

/** A letter of every kind with each text exchanged: how a description is said in a language. */
export function mapLetter<A, B>(letter: Letter<A>, say: (text: A) => B): Letter<B> {
  const maybe = (text: A | null): B | null => (text === null ? null : say(text));
  return {
    form: letter.form,
    issuer: say(letter.issuer),
    title: say(letter.title),
    number: say(letter.number),
    addressee: maybe(letter.addressee),
    blocks: letter.blocks.map((block) => mapBlock(block, say)),
    closing: maybe(letter.closing),
    signer: maybe(letter.signer),
    date: say(letter.date),
    note: maybe(letter.note),
    checkAddress: letter.checkAddress,
    stamp: maybe(letter.stamp),
  };
}

function mapBlock<A, B>(block: LetterBlock<A>, say: (text: A) => B): LetterBlock<B> {
  const maybe = (text: A | null): B | null => (text === null ? null : say(text));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { kind: block.kind, text: say(block.text) };
    case 'facts':
      return {
        kind: 'facts',
        lines: block.lines.map((l) => ({ label: say(l.label), value: say(l.value) })),
      };
    case 'list':
      return { kind: 'list', items: block.items.map(say) };
    case 'table':
      return {
        kind: 'table',
        head: block.head.map((h) => ({ ...h, label: say(h.label) })),
        rows: block.rows.map((row) => row.map(maybe)),
      };
    case 'signatures':
      return {
        kind: 'signatures',
        lines: block.lines.map((l) => ({ label: say(l.label), name: maybe(l.name), on: maybe(l.on) })),
      };
  }
}
