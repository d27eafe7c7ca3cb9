import { readFileSync } from 'node:fs';
import { readGrid } from '#app/documents/register-grid.server.ts';
import { type Grid, type Known, type RegisterReading, readRegister } from '#app/domain/register/index.ts';

/** The register of an office, the verdict that each of its rows should get, and other renderings of it. */

export const today = '2026-11-24';

const folder = new URL('../data/registers/', import.meta.url);
export const registerName = '城关街道社会组织台账2026';

export const registerBytes = (): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`${encodeURIComponent(registerName)}.xlsx`, folder)));

export interface Expected {
  readonly sheet: string;
  readonly headerRow: number;
  readonly unknownColumns: readonly string[];
  readonly rows: readonly { row: number; verdict: string; field?: string; name?: string }[];
}

export const expected = JSON.parse(
  readFileSync(new URL(`${encodeURIComponent(registerName)}.expected.json`, folder), 'utf8'),
) as Expected;

export const nothingKnown: Known = { codes: new Set(), names: new Set(), recordNos: new Set() };

export async function gridOf(bytes: Uint8Array, filename: string): Promise<Grid> {
  const grid = await readGrid(bytes, filename);
  if (!grid.ok) throw new Error(JSON.stringify(grid.refusals));
  return grid.value;
}

export function readingOf(grid: Grid, known: Known = nothingKnown): RegisterReading {
  const reading = readRegister(grid, { today, known });
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusals));
  return reading.value;
}

/** What the expectations speak of: the rows with their verdicts and the field that explains them. */
export const verdictsOf = (reading: RegisterReading) =>
  reading.rows.map(({ row, verdict, findings, values }) => ({
    row,
    verdict,
    ...(findings[0] ? { field: findings[0].field } : {}),
    ...(values.name ? { name: values.name } : {}),
  }));

/** The sheet as a spreadsheet program saves it: every row, cells as shown, quotes where needed. */
export function asCsv(grid: Grid, sheetName: string, separator = ','): string {
  const sheet = grid.sheets.find((one) => one.name === sheetName);
  const rows = new Map(sheet?.rows.map((row) => [row.number, row]));
  const last = sheet?.rows.at(-1)?.number ?? 0;
  const lines = Array.from({ length: last }, (_, index) =>
    Array.from({ length: 13 }, (_, column) => quoted(rows.get(index + 1)?.cells[column]?.text ?? '')).join(
      separator,
    ),
  );
  return `${lines.join('\r\n')}\r\n`;
}

const quoted = (text: string) => (/["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Bytes of GB 18030, from the decoder turned round: one and two bytes, which hold all of these texts. */
export function asGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : codes.get(character);
      if (!code) throw new Error(`no two bytes for ${character}`);
      return code;
    }),
  );
}
