import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Grid, GridRow } from '#app/domain/register/grid.ts';
import { parseCsv, unguardFormula } from './register-csv.server.ts';

const MOST_ROWS = 10_000;
const MOST_COLUMNS = 256;

/** A register kept as text: UTF-8 with or without its mark, UTF-16 with it, or GB 18030 (GBK and GB 2312 with it). */
export function readText(bytes: Uint8Array): Result<Grid> {
  const text = decodeText(bytes);
  if (text === undefined) return refused(refusal('register.file.encoding'));
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const rows: GridRow[] = parsed.value.flatMap((record, index) => {
    const cells = record
      .slice(0, MOST_COLUMNS)
      .map((field) => (field === '' ? null : { text: unguardFormula(field) }));
    return cells.some((cell) => cell !== null) ? [{ number: index + 1, cells }] : [];
  });
  if (rows.length === 0) return refused(refusal('register.file.empty'));
  if (rows.length > MOST_ROWS) return refused(refusal('register.file.rows', { most: MOST_ROWS }));
  return done({ form: 'csv', sheets: [{ name: '', hidden: false, rows, merges: [] }] });
}

/** Text in the first encoding in which every byte makes sense; undefined for bytes that are no text. */
function decodeText(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (marked) return decodeAs(marked, bytes);
  if (bytes.includes(0)) return undefined;
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
