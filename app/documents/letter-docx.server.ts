import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { Letter, LetterBlock } from '#app/domain/letters/letter.ts';
import { certificateSection } from './certificate-docx.server.ts';
import { dataTable, factsTable, signatureTable } from './letter-tables.server.ts';
import { faces, linesOf, run, sizes } from './letter-type.server.ts';

/** Twentieths of a point: a line of 28 points, as official documents are set (GB/T 9704, to be confirmed). */
const line = 560;
const red = 'C00000';

const millimetres = convertMillimetersToTwip;

/** A4 with the margins of official documents: 37, 26, 35 and 28 mm. */
const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: { top: millimetres(37), right: millimetres(26), bottom: millimetres(35), left: millimetres(28) },
};

/**
 * A letter as a .docx that Word and WPS open. The same letter gives the same bytes: the moment at which it was drawn
 * is not in it.
 */
export async function letterDocx(letter: Letter<string>, language: 'zh-CN' | 'en'): Promise<Uint8Array> {
  const document = new Document({
    title: letter.title,
    creator: letter.issuer,
    lastModifiedBy: letter.issuer,
    description: letter.number,
    styles: {
      default: {
        document: {
          run: {
            size: sizes.body,
            font: faces.body,
            language: { value: language === 'en' ? 'en-GB' : 'zh-CN', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { line, lineRule: LineRuleType.AT_LEAST } },
        },
      },
    },
    sections: [
      letter.form === 'certificate'
        ? certificateSection(letter)
        : {
            properties: { page },
            footers: { default: pageNumber() },
            children: [...head(letter), ...letter.blocks.flatMap(drawBlock), ...foot(letter)],
          },
    ],
  });
  return withoutMoment(await Packer.toBuffer(document));
}

const centered = AlignmentType.CENTER;

function head(letter: Letter<string>): Paragraph[] {
  return [
    new Paragraph({
      alignment: centered,
      children: [run(letter.issuer, { font: faces.title, size: sizes.issuer, color: red, bold: true })],
      border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, color: red, space: 6 } },
    }),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [run(letter.number, { size: sizes.small })],
    }),
    new Paragraph({
      alignment: centered,
      spacing: { before: 240, after: 360, line: 640, lineRule: LineRuleType.AT_LEAST },
      keepNext: true,
      children: [run(letter.title, { font: faces.title, size: sizes.title, bold: true })],
    }),
    ...(letter.signer === null
      ? [new Paragraph({ alignment: centered, children: [run(letter.date, { size: sizes.small })] }), gap()]
      : []),
    ...(letter.stamp === null
      ? []
      : [
          new Paragraph({
            alignment: centered,
            children: [run(letter.stamp, { font: faces.heading, color: red, bold: true })],
          }),
        ]),
    ...(letter.addressee === null ? [] : [new Paragraph({ children: linesOf(letter.addressee) })]),
  ];
}

const indented = { firstLine: sizes.body * 20, firstLineChars: 200 };

function drawBlock(block: LetterBlock<string>): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return block.text
        .split('\n')
        .map(
          (text) => new Paragraph({ alignment: AlignmentType.BOTH, indent: indented, children: [run(text)] }),
        );
    case 'heading':
      return [
        new Paragraph({
          indent: indented,
          keepNext: true,
          children: [run(block.text, { font: faces.heading })],
        }),
      ];
    case 'list':
      return block.items.map(
        (item, i) =>
          new Paragraph({
            alignment: AlignmentType.BOTH,
            indent: indented,
            children: linesOf(`${i + 1}. ${item}`),
          }),
      );
    case 'facts':
      return block.lines.length === 0 ? [] : [factsTable(block), gap()];
    case 'table':
      return block.rows.length === 0 ? [] : [dataTable(block), gap()];
    case 'signatures':
      return [gap(), signatureTable(block)];
  }
}

/** Word runs tables together that have no paragraph between them. */
const gap = (): Paragraph =>
  new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT }, children: [] });

function foot(letter: Letter<string>): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, indent: { right: sizes.body * 20 }, keepNext: true };
  return [
    ...(letter.closing === null
      ? []
      : [new Paragraph({ indent: indented, children: [run(letter.closing)] })]),
    ...(letter.signer === null
      ? []
      : [
          new Paragraph({ ...right, spacing: { before: line }, children: [run(letter.signer)] }),
          new Paragraph({ ...right, keepNext: false, children: [run(letter.date)] }),
        ]),
    ...(letter.note === null ? [] : [new Paragraph({ children: [run(letter.note, { size: sizes.small })] })]),
  ];
}

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: centered,
        children: [
          new TextRun({
            font: faces.body,
            size: sizes.small,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });

const someDay = new Date('2000-01-01T00:00:00');

/** The library writes the present moment into the properties and the packing: taken out of both. */
function withoutMoment(packed: Uint8Array): Uint8Array {
  const files = unzipSync(packed);
  const properties = files['docProps/core.xml'];
  if (properties !== undefined)
    files['docProps/core.xml'] = new TextEncoder().encode(
      new TextDecoder()
        .decode(properties)
        .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, '$12000-01-01T00:00:00Z$2'),
    );
  return zipSync(files, { mtime: someDay, level: 6 });
}
