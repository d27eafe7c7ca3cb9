import type { RegistrationType } from '../forms/application-form.ts';
import { checkUscc, normaliseUscc, type Uscc, usccFitsType } from '../uscc.ts';
import { type Checked, type Finding, findingsOf } from './findings.ts';
import type { Cell } from './grid.ts';
import { cellText, isFormulaError, readType } from './readings.ts';

/** Type of registration, code and record number belong together: which of them is needed hangs on the others. */
export interface Identity {
  readonly registrationType: RegistrationType | null;
  readonly uscc: string | null;
  readonly divisionCode: string | null;
  readonly recordNo: string | null;
}

export interface IdentityCells {
  readonly type: Cell | null;
  readonly code: Cell | null;
  readonly record: Cell | null;
  /** From a column that holds the one or the other. */
  readonly codeOrRecord: Cell | null;
}

const LONGEST_RECORD = 40;
const EXACT_DIGITS = 1e15;

const code = findingsOf('code');
const record = findingsOf('record');
const type = findingsOf('type');

/** Reads and checks the three against each other (data dictionary: code iff registered, record number iff recorded). */
export function checkIdentity(cells: IdentityCells): Checked<Identity> {
  const { codeCell, recordText } = sortOut(cells);
  const typeText = cellText(cells.type);
  const stated = typeText === '' ? undefined : readType(typeText);
  const findings: Finding[] = [];

  const read = codeCell ? readCode(codeCell) : undefined;
  findings.push(...(read?.findings ?? []));
  const uscc = read?.value;

  const registrationType = decideType(stated, uscc, codeCell !== null, recordText);
  findings.push(...typeFindings(typeText, stated, registrationType, uscc, codeCell !== null));
  if (!codeCell && needsCode(registrationType, stated)) findings.push(code.bad('register.code.missing'));
  findings.push(...recordFindings(registrationType, recordText));

  return {
    value: {
      registrationType,
      uscc: uscc?.code ?? null,
      divisionCode: uscc?.code.slice(2, 8) ?? null,
      recordNo: registrationType === 'recorded' && recordText !== '' ? recordText : null,
    },
    findings,
  };
}

/**
 * Which cell is the code and which text the record number. What stands in the column of codes beside a
 * recorded organization, and does not begin like a code, is its record number.
 */
function sortOut(cells: IdentityCells): { codeCell: Cell | null; recordText: string } {
  const recordText = cellText(cells.record);
  const either = cells.codeOrRecord;
  const codeCell = cells.code ?? (either && looksLikeCode(either) ? either : null);
  const eitherText = either && codeCell !== either ? cellText(either) : '';
  const written = codeCell && cellText(codeCell) !== '' ? codeCell : null;
  const recorded = readType(cellText(cells.type)) === 'recorded';
  if (written && recorded && !looksLikeCode(written)) {
    return { codeCell: null, recordText: recordText || eitherText || cellText(written) };
  }
  return { codeCell: written, recordText: recordText || eitherText };
}

const looksLikeCode = (cell: Cell): boolean => /^[0-9A-Z]{15,20}$/.test(normaliseUscc(cellText(cell)));

function readCode(cell: Cell): Checked<Uscc | undefined> {
  const text = cellText(cell);
  if (isFormulaError(text)) return { value: undefined, findings: [code.bad('register.cellError', { text })] };
  const lostDigits =
    (cell.number !== undefined && cell.number >= EXACT_DIGITS) || /^\d(\.\d+)?E\+1\d$/i.test(text);
  if (lostDigits) return { value: undefined, findings: [code.bad('register.code.asNumber')] };
  const result = checkUscc(text);
  if (!result.ok) {
    return { value: undefined, findings: result.refusals.map((one) => code.bad(one.code, one.params)) };
  }
  return { value: result.value, findings: result.value.advice.map((one) => code.warn(one.code, one.params)) };
}

/** What is stated counts; a code or a record number fills in for what is not. */
function decideType(
  stated: ReturnType<typeof readType>,
  uscc: Uscc | undefined,
  hasCode: boolean,
  recordText: string,
): RegistrationType | null {
  if (stated !== undefined && stated !== 'registered') return stated;
  if (uscc) return uscc.kind;
  if (stated === undefined && !hasCode && recordText !== '') return 'recorded';
  return null;
}

function typeFindings(
  text: string,
  stated: ReturnType<typeof readType>,
  decided: RegistrationType | null,
  uscc: Uscc | undefined,
  hasCode: boolean,
): Finding[] {
  if (text !== '' && stated === undefined) {
    const params = { text: text.slice(0, 40) };
    return [decided ? type.warn('register.type.unknown', params) : type.bad('register.type.unknown', params)];
  }
  if (uscc && decided && !usccFitsType(uscc.code, decided)) {
    return [
      type.bad('register.type.mismatch', { kind: uscc.kind, type: decided, found: uscc.code.slice(0, 2) }),
    ];
  }
  if (text === '' && decided === null && !hasCode) return [type.bad('register.type.missing')];
  return [];
}

const needsCode = (decided: RegistrationType | null, stated: ReturnType<typeof readType>): boolean =>
  stated === 'registered' || (decided !== null && decided !== 'recorded' && decided !== 'unregistered');

function recordFindings(decided: RegistrationType | null, text: string): Finding[] {
  if (decided !== 'recorded')
    return text !== '' && decided !== null ? [record.warn('register.record.notKept')] : [];
  if (text === '') return [record.bad('register.record.missing')];
  if (isFormulaError(text)) return [record.bad('register.cellError', { text })];
  const length = [...text].length;
  return length > LONGEST_RECORD ? [record.bad('register.text.long', { max: LONGEST_RECORD, length })] : [];
}
