import type { RegisterField } from './column-names.ts';
import { readDate } from './dates.ts';
import {
  type Checked,
  type Finding,
  type FindingField,
  findingsOf,
  type RegisterValues,
} from './findings.ts';
import type { Cell } from './grid.ts';
import { checkIdentity } from './identity.ts';
import {
  cellText,
  hasControlCharacter,
  isFormulaError,
  LONGEST_CELL,
  nameText,
  readPhone,
} from './readings.ts';

/** The cells of one row, by what their columns hold; null where the cell is empty or there is no such column. */
export type RowCells = Readonly<Record<RegisterField, Cell | null>>;

const NAME = { shortest: 4, longest: 60 };
const LONGEST = { person: 30, scope: 1000, community: 60 };
const nameCharacters = /^[\p{Script=Han}〇\d·()（）]+$/u;

/** Checks one row by itself; `today` is the date at the center. What it shares with other rows is checked elsewhere. */
export function checkRow(cells: RowCells, today: string): Checked<RegisterValues> {
  const name = checkName(cells.name);
  const identity = checkIdentity(cells);
  const founded = checkFounded(cells.founded, today);
  const person = checkText(cells.person, 'person', LONGEST.person);
  const phone = checkPhone(cells.phone);
  const scope = checkText(cells.scope, 'scope', LONGEST.scope);
  const community = checkText(cells.community, 'community', LONGEST.community);
  const joined = checkDate(cells.joined, 'joined');
  const term = checkTerm(cells.ends, joined.value, today);
  return {
    value: {
      name: name.value,
      ...identity.value,
      foundedOn: founded.value,
      person: person.value,
      phone: phone.value,
      scope: scope.value,
      community: community.value,
      joinedOn: joined.value,
      endsOn: term.value,
    },
    findings: [
      ...controlCharacters(cells),
      ...[name, identity, founded, person, phone, scope, community, joined, term].flatMap(
        (one) => one.findings,
      ),
    ],
  };
}

function checkName(cell: Cell | null): Checked<string> {
  const { bad, warn } = findingsOf('name');
  const value = nameText(cellText(cell));
  const length = [...value].length;
  if (length === 0) return { value, findings: [bad('register.name.missing')] };
  if (isFormulaError(value)) return { value: '', findings: [bad('register.cellError', { text: value })] };
  if (length < NAME.shortest)
    return { value, findings: [bad('register.name.short', { min: NAME.shortest })] };
  if (length > NAME.longest) {
    return { value: '', findings: [bad('register.text.long', { max: NAME.longest, length })] };
  }
  return { value, findings: nameCharacters.test(value) ? [] : [warn('register.name.characters')] };
}

/** A text without rules but its length; a missing person is worth a warning, the others may be missing. */
function checkText(
  cell: Cell | null,
  field: 'person' | 'scope' | 'community',
  longest: number,
): Checked<string | null> {
  const { bad, warn } = findingsOf(field);
  const text = cellText(cell);
  const length = [...text].length;
  if (length === 0)
    return { value: null, findings: field === 'person' ? [warn('register.person.missing')] : [] };
  if (isFormulaError(text)) return { value: null, findings: [bad('register.cellError', { text })] };
  if (length > longest)
    return { value: null, findings: [bad('register.text.long', { max: longest, length })] };
  return { value: text, findings: [] };
}

function checkPhone(cell: Cell | null): Checked<string | null> {
  const { warn } = findingsOf('phone');
  const text = cellText(cell);
  if (!cell || text === '') return { value: null, findings: [warn('register.phone.missing')] };
  const value = readPhone(cell);
  if (value !== undefined) return { value, findings: [] };
  return { value: null, findings: [warn('register.phone.format', { text: text.slice(0, 40) })] };
}

function checkDate(cell: Cell | null, field: FindingField): Checked<string | null> {
  if (!cell || cellText(cell) === '') return { value: null, findings: [] };
  const result = readDate(cell);
  if (result.ok) return { value: result.value, findings: [] };
  const { bad } = findingsOf(field);
  return { value: null, findings: result.refusals.map((one) => bad(one.code, one.params)) };
}

function checkFounded(cell: Cell | null, today: string): Checked<string | null> {
  const read = checkDate(cell, 'founded');
  if (read.value === null || read.value <= today) return read;
  return {
    value: null,
    findings: [findingsOf('founded').bad('register.founded.future', { date: read.value })],
  };
}

/** The end of the term, which is reported with the day of joining: a verdict has no field of its own for it. */
function checkTerm(cell: Cell | null, joinedOn: string | null, today: string): Checked<string | null> {
  const { bad, warn } = findingsOf('joined');
  const joining =
    joinedOn !== null && joinedOn > today ? [warn('register.joined.future', { date: joinedOn })] : [];
  const ends = checkDate(cell, 'joined');
  if (ends.findings.length > 0) {
    const text = cellText(cell).slice(0, 40);
    return { value: null, findings: [...joining, bad('register.ends.format', { text })] };
  }
  if (ends.value === null) return { value: null, findings: joining };
  if (joinedOn === null) return { value: ends.value, findings: [warn('register.ends.alone')] };
  if (ends.value > joinedOn) return { value: ends.value, findings: joining };
  return {
    value: null,
    findings: [...joining, bad('register.ends.before', { joined: joinedOn, ends: ends.value })],
  };
}

const fieldOfCell: Readonly<Record<RegisterField, FindingField>> = {
  name: 'name',
  code: 'code',
  record: 'record',
  codeOrRecord: 'code',
  type: 'type',
  founded: 'founded',
  person: 'person',
  phone: 'phone',
  scope: 'scope',
  community: 'community',
  joined: 'joined',
  ends: 'joined',
};

function controlCharacters(cells: RowCells): Finding[] {
  return Object.entries(fieldOfCell).flatMap(([field, reported]) => {
    const text = cells[field as RegisterField]?.text.slice(0, LONGEST_CELL) ?? '';
    return hasControlCharacter(text) ? [findingsOf(reported).bad('register.text.control')] : [];
  });
}
