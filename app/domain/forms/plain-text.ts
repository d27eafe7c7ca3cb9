/** Signs that nobody sees; a text of nothing else is empty. */
const UNSEEN = '\\s\\u00ad\\u180e\\u200b-\\u200f\\u2060-\\u2064\\u2800\\u3164\\ufeff';
const EDGES = new RegExp(`^[${UNSEEN}]+|[${UNSEEN}]+$`, 'gu');
const BREAKS = /[^\S\n]*\n[\s]*/g;

/** Text as it is kept: composed (NFC), without what nobody sees at its ends. Lines end in `\n`. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').normalize('NFC').replace(EDGES, '');

/** The same on one line: breaks and tabs are spaces. */
export const cleanLine = (text: string): string =>
  cleanText(text.replace(/\r\n?/g, '\n').replace(BREAKS, ' ').replaceAll('\t', ' '));

/** Full-width figures and marks made plain, no space at the ends: how a figure or a date is read. */
export const plainFigures = (text: string): string => cleanText(text.normalize('NFKC'));

/** Length as people count it: one for each character, whatever its plane. */
export const lengthOf = (text: string): number => [...text].length;
