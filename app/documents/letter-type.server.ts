import { type IRunOptions, TextRun } from 'docx';

/**
 * Faces that Windows, Word and WPS have (仿宋 for 仿宋_GB2312, 宋体 bold for 方正小标宋); where one is missing, the
 * program that opens the letter puts its own in place.
 */
const face = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});

export const faces = {
  body: face('仿宋'),
  title: face('宋体'),
  heading: face('黑体'),
  handwritten: face('楷体'),
};

/** Half points: 二号 22, 三号 16, 四号 14, 小四 12. */
export const sizes = { issuer: 52, title: 44, body: 32, small: 28, table: 24 };

type Look = Pick<IRunOptions, 'font' | 'size' | 'color' | 'bold'>;

/** A stretch of text in one look; the body's where nothing is said. */
export const run = (text: string, look: Look = {}): TextRun => new TextRun({ text, ...look });

/** Text with the line breaks that somebody typed. */
export const linesOf = (text: string, look: Look = {}): TextRun[] =>
  text.split('\n').map((line, i) => new TextRun({ text: line, ...look, ...(i === 0 ? {} : { break: 1 }) }));
