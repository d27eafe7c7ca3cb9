import type { HistoryLine, LetterCase } from './case.ts';
import type { LetterBlock, LetterText, SignatureLine } from './letter.ts';

type Params = Readonly<Record<string, string | number | LetterText>>;
type Block = LetterBlock<LetterText>;

/** A sentence of the letters' own catalogue. */
export const said = (name: string, params?: Params): LetterText => ({
  key: `letter.${name}`,
  ...(params ? { params } : {}),
});

/** Words as somebody typed them. */
export const typed = (text: string): LetterText => ({ text });

/** Words that are data and exist in both languages. */
export const both = ({ zh, en }: { readonly zh: string; readonly en: string }): LetterText => ({ zh, en });

export const paragraph = (text: LetterText): Block => ({ kind: 'paragraph', text });
export const heading = (name: string, params?: Params): Block => ({
  kind: 'heading',
  text: said(name, params),
});
export const list = (items: readonly LetterText[]): Block => ({ kind: 'list', items });

/** A line of facts; without a value it is left out. */
export const fact = (
  name: string,
  value: LetterText | null | undefined,
): readonly { readonly label: LetterText; readonly value: LetterText }[] =>
  value === null || value === undefined ? [] : [{ label: said(`fact.${name}`), value }];

export const facts = (...lines: readonly ReturnType<typeof fact>[]): Block => ({
  kind: 'facts',
  lines: lines.flat(),
});

export const signatures = (...lines: readonly SignatureLine<LetterText>[]): Block => ({
  kind: 'signatures',
  lines,
});

/** A line that was signed in the system: by whom, and on which day. */
export const signedLine = (
  label: string,
  line: HistoryLine | undefined,
  dayOf: LetterCase['dayOf'],
): SignatureLine<LetterText> => ({
  label: said(label),
  name: line === undefined ? null : typed(line.by.name),
  on: line === undefined ? null : { date: dayOf(line.at) },
});

/** A paragraph of words that somebody typed, under a heading of its own; nothing when nothing was typed. */
export const typedUnder = (name: string, text: string): readonly Block[] =>
  text.trim() === '' ? [] : [heading(name), paragraph(typed(text))];

/** Where to ask: the center's telephone and address, as far as it has given them. */
export const contact = ({ facts: { center } }: Pick<LetterCase, 'facts'>): readonly Block[] =>
  center.phone === '' && center.address === ''
    ? []
    : [paragraph(said('contact', { phone: center.phone || '—', address: center.address || '—' }))];
