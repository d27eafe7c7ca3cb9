import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type ISectionOptions,
  LineRuleType,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageOrientation,
  Paragraph,
} from 'docx';
import type { Letter } from '#app/domain/letters/letter.ts';
import { faces, linesOf, run, sizes } from './letter-type.server.ts';

const leaf = '1B6B3C';
const red = 'C00000';
const millimetres = convertMillimetersToTwip;
const frame = { style: BorderStyle.DOUBLE, size: 18, color: leaf, space: 24 };

/** A certificate: A4 across, framed, to be hung on a wall. */
export function certificateSection(letter: Letter<string>): ISectionOptions {
  const [name, ...texts] = letter.blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : []));
  const across = (text: string, look: Parameters<typeof run>[1], after: number): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after, line: 360, lineRule: LineRuleType.AUTO },
      children: linesOf(text, look),
    });
  return {
    properties: {
      page: {
        size: {
          width: millimetres(210),
          height: millimetres(297),
          orientation: PageOrientation.LANDSCAPE,
        },
        margin: {
          top: millimetres(26),
          right: millimetres(40),
          bottom: millimetres(20),
          left: millimetres(40),
        },
        borders: {
          pageBorders: {
            display: PageBorderDisplay.ALL_PAGES,
            offsetFrom: PageBorderOffsetFrom.PAGE,
          },
          pageBorderTop: frame,
          pageBorderRight: frame,
          pageBorderBottom: frame,
          pageBorderLeft: frame,
        },
      },
    },
    children: [
      across(letter.title, { font: faces.title, size: 80, bold: true, color: leaf }, 80),
      across(letter.number, { size: sizes.table }, 240),
      ...(letter.stamp === null
        ? []
        : [across(letter.stamp, { font: faces.heading, size: sizes.body, color: red, bold: true }, 160)]),
      across(name ?? '', { font: faces.handwritten, size: 52, bold: true }, 240),
      ...texts.map(
        (text) =>
          new Paragraph({
            alignment: AlignmentType.BOTH,
            indent: { firstLine: sizes.body * 20, firstLineChars: 200 },
            spacing: { after: 120, line: 420, lineRule: LineRuleType.AUTO },
            children: [run(text)],
          }),
      ),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { before: 360, line: 360, lineRule: LineRuleType.AUTO },
        children: [run(letter.signer ?? letter.issuer)],
      }),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { line: 360, lineRule: LineRuleType.AUTO },
        children: [run(letter.date)],
      }),
      ...(letter.note === null
        ? []
        : [
            new Paragraph({
              spacing: { before: 200 },
              children: [run(letter.note, { size: 21 })],
            }),
          ]),
    ],
  };
}
