import {
  type Grid,
  type Known,
  type Mapping,
  type RegisterReading,
  readRegister,
} from '#app/domain/register/index.ts';

/** Registers from lines of text, and what is read out of them. */

export const today = '2026-11-24';
export const nothing: Known = { codes: new Set(), names: new Set(), recordNos: new Set() };
export const codeA = '52411025MJGDEM0154';
export const codeB = '52411025MJGDEM023Y';
export const associationCode = '51411025MJGDEM0157';

/** A grid from lines of text, cells parted by `|`. */
export const gridOf = (...lines: string[]): Grid => ({
  form: 'csv',
  sheets: [sheetOf('台账', lines)],
});

export const sheetOf = (name: string, lines: readonly string[], hidden = false) => ({
  name,
  hidden,
  merges: [],
  rows: lines.map((line, index) => ({
    number: index + 1,
    cells: line.split('|').map((text) => (text === '' ? null : { text })),
  })),
});

export function read(grid: Grid, options: { known?: Known; mapping?: Mapping } = {}): RegisterReading {
  const result = readRegister(grid, { today, known: nothing, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

export const refusalOf = (grid: Grid, mapping?: Mapping) => {
  const result = readRegister(grid, { today, known: nothing, ...(mapping ? { mapping } : {}) });
  return result.ok ? undefined : result.refusals[0]?.code;
};

export const header = '组织名称|信用代码|登记类型|备案号|成立日期|负责人|电话|入驻日期|到期日期';

/** The first row under the usual headings. */
export const rowOf = (line: string, known: Known = nothing) => {
  const row = read(gridOf(header, line), { known }).rows[0];
  if (!row) throw new Error('no row');
  return row;
};
export const found = (line: string, known?: Known) =>
  rowOf(line, known).findings.map((one) => `${one.verdict} ${one.field} ${one.code}`);

export const good = `襄城县阳光服务中心|${codeA}|民非||2019-03-05|李秀兰|13800001000|2026-01-01|2026-12-31`;
