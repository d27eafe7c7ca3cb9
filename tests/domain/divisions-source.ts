import { readFileSync } from 'node:fs';

/**
 * The published table of divisions (CC0): code, province, prefecture, name, level, state, since, until,
 * successors. From it comes `app/domain/divisions-table.ts`; `npx vitest run tests/domain/divisions.test.ts -u`
 * writes that file again when the table is a newer one.
 */
export interface SourceRow {
  readonly code: string;
  readonly name: string;
  readonly state: string;
  readonly until: string;
  readonly successors: string;
}

export function sourceRows(): SourceRow[] {
  const csv = readFileSync(new URL('../data/divisions/areacodes-full-cc0.csv', import.meta.url), 'utf8');
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code = '', , , name = '', , state = '', , until = '', successors = ''] = line.split(',');
      return { code, name, state, until, successors };
    });
}

/** The text of the module that holds the table: one line a province, one entry a code. */
export function tableModule(rows: readonly SourceRow[]): string {
  const provinces = new Map<string, string[]>();
  for (const row of lastWordOn(rows)) {
    const province = row.code.slice(0, 2);
    const entries = provinces.get(province) ?? [];
    entries.push(row.code.slice(2) + row.name + markOf(row));
    provinces.set(province, entries);
  }
  const lines = [...provinces].map(([province, entries]) => `  '${[province, ...entries].join('|')}',`);
  return [
    '/** Made from a published table in the public domain (CC0) by `tests/domain/divisions-source.ts`; read by `divisions.ts`. */',
    'export const divisionTable: readonly string[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}

/** A code that changed its name is listed once for each name: the one in use wins, else the latest. */
function lastWordOn(rows: readonly SourceRow[]): SourceRow[] {
  const last = new Map<string, SourceRow>();
  for (const row of rows) {
    const before = last.get(row.code);
    if (!before || isLater(row, before)) last.set(row.code, row);
  }
  return [...last.values()];
}

const inUse = (row: SourceRow) => row.state === '在用';

const isLater = (row: SourceRow, before: SourceRow) =>
  inUse(row) || (!inUse(before) && row.until > before.until);

/** A successor with a year in brackets took a part only; it counts when nobody took the rest. */
function markOf(row: SourceRow): string {
  if (inUse(row)) return '';
  const all = row.successors.split(';').filter((code) => code !== '' && !code.startsWith(row.code));
  const whole = all.filter((code) => !code.includes('['));
  const codes = (whole.length > 0 ? whole : all).map((code) => code.slice(0, 6));
  return codes.length > 0 ? `>${codes.join(',')}` : '-';
}
