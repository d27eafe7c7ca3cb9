import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { LetterBlock } from '#app/domain/letters/letter.ts';
import { faces, linesOf, sizes } from './letter-type.server.ts';

type Block<K extends LetterBlock<string>['kind']> = Extract<LetterBlock<string>, { kind: K }>;

/** Twips between the margins of an A4 page: 156 mm. */
const whole = 8844;

const thin = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const borders = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
};
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** Widths of columns whose shares these are, in twips; they come to the whole page. */
function widthsOf(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((whole * share) / all));
}

function cell(
  text: string,
  width: number,
  look: { readonly head?: boolean; readonly number?: boolean; readonly size?: number } = {},
): TableCell {
  const type = { size: look.size ?? sizes.table, ...(look.head ? { font: faces.heading } : {}) };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [
      new Paragraph({
        alignment: look.number ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: 340, lineRule: LineRuleType.AT_LEAST },
        children: linesOf(text, type),
      }),
    ],
  });
}

const table = (widths: number[], rows: TableRow[], framed = true): Table =>
  new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: framed ? borders : noBorders,
    rows,
  });

/** Facts, one a line: what it is and what it comes to. */
export function factsTable(block: Block<'facts'>): Table {
  const widths = widthsOf([3, 7]);
  const [label = 0, value = 0] = widths;
  return table(
    widths,
    block.lines.map(
      (l) =>
        new TableRow({
          cantSplit: true,
          children: [cell(l.label, label, { head: true }), cell(l.value, value)],
        }),
    ),
  );
}

/** A table whose head is repeated on every page. */
export function dataTable(block: Block<'table'>): Table {
  const widths = widthsOf(block.head.map((h) => h.share ?? 1));
  const widthOf = (i: number) => widths[i] ?? 0;
  return table(widths, [
    new TableRow({
      tableHeader: true,
      children: block.head.map((h, i) =>
        cell(h.label, widthOf(i), { head: true, number: h.number ?? false }),
      ),
    }),
    ...block.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: block.head.map((h, i) => cell(row[i] ?? '', widthOf(i), { number: h.number ?? false })),
        }),
    ),
  ]);
}

/** Lines to sign on: who, a name when it was signed already, a day. */
export function signatureTable(block: Block<'signatures'>): Table {
  const widths = widthsOf([4, 3, 3]);
  const [label = 0, name = 0, on = 0] = widths;
  const blank = '＿＿＿＿＿＿';
  return table(
    widths,
    block.lines.map(
      (l) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(l.label, label, { size: sizes.small }),
            cell(l.name === null || l.on === null ? `${l.name ?? ''} ${blank}` : l.name, name, {
              size: sizes.small,
            }),
            cell(l.on ?? blank, on, { size: sizes.small }),
          ],
        }),
    ),
    false,
  );
}
