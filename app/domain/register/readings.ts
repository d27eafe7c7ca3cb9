import type { RegistrationType } from '../forms/application-form.ts';
import type { Cell } from './grid.ts';

/** What single cells say, once the habits of offices are allowed for. Nothing here refuses: a reading or none. */

/** A cell longer than this is no name, number or scope; it is not looked into. */
export const LONGEST_CELL = 2000;

/** What people write where they have nothing to write. */
const nothing = /^(无|暂无|没有|未办理|办理中|待补|空|\/+|\\+|-+|—+|–+|_+|N\/?A|NULL|NONE)$/i;

/** What a spreadsheet shows for a formula that failed. */
const formulaErrors = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/** The text of a cell: composed, no invisible marks, no line breaks, empty when it only says "none". */
export function cellText(cell: Cell | null | undefined): string {
  if (!cell) return '';
  const text = cell.text
    .slice(0, LONGEST_CELL + 1)
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return nothing.test(text) ? '' : text;
}

export const isFormulaError = (text: string): boolean => formulaErrors.test(text);

/** Control characters other than tab and line breaks: nobody typed them, and XML cannot carry them back. */
export const hasControlCharacter = (text: string): boolean =>
  [...text].some((character) => {
    const code = character.charCodeAt(0);
    return (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127;
  });

/** A name as it is kept: spaces and line breaks between Chinese characters are of the layout, not of the name. */
export const nameText = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? text.replace(/\s/g, '') : text;

/** Two names, or two record numbers, are the same when this is the same. */
export const sameKey = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** `registered` when the cell only says that there is a registration; then the code says which. */
export type TypeReading = RegistrationType | 'registered';

const typeWords: readonly (readonly [TypeReading, RegExp])[] = [
  ['unregistered', /^(未|拟|待|尚未|筹备)|UNREGISTERED/],
  ['foundation', /基金会|FOUNDATION|^53$/],
  ['service_org', /民办非企业|民非|社会服务机构|社会工作服务机构|SERVICE_?ORG|^52$/],
  ['association', /社会团体|社团|ASSOCIATION|^51$/],
  ['recorded', /备案|社区社会组织|RECORDED/],
  ['other', /^其[他它]|^OTHER$|^59$/],
  ['registered', /登记|注册|^社会组织$|^是$|REGISTERED/],
];

/** The type of registration in whatever words; undefined when they are not known. */
export function readType(text: string): TypeReading | undefined {
  const plain = sameKey(text).slice(0, 60);
  return typeWords.find(([, pattern]) => pattern.test(plain))?.[0];
}

const mobile = /^1[3-9]\d{9}$/;
const landline = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/;

/**
 * The first telephone number of a cell, 11 digits or with area code; undefined when there is none. A number
 * cell has lost the zero of its area code: it is given back.
 */
export function readPhone(cell: Cell): string | undefined {
  const text = cell.text.slice(0, 200).normalize('NFKC');
  for (const part of text.split(/[/、,;|\n]|\s{2,}/)) {
    const phone = onePhone(part) ?? (cell.number === undefined ? undefined : onePhone(`0${part}`));
    if (phone !== undefined) return phone;
  }
  return undefined;
}

function onePhone(text: string): string | undefined {
  const plain = text
    .replace(/[‐-―]/g, '-')
    .replace(/[^\d+()-]/g, '')
    .replace(/^(\+|00)86-?/, '')
    .replace(/^\((\d+)\)-?/, '$1-')
    .replace(/[()]/g, '');
  const digits = plain.replace(/-/g, '');
  if (mobile.test(digits)) return digits;
  return landline.test(plain) ? plain : undefined;
}
