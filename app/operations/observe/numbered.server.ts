import type { OpenTransaction } from '#db/connection.server.ts';
import { nextInSequence } from '#db/writes/records.server.ts';
import type { Held, Observer } from '../engine/work.ts';

/** A number from a sequence of the record's center; nothing is used up while a page only looks. */
export async function numbered(
  look: Parameters<Observer>[0],
  record: Held,
  prefix: string,
  period: string,
  digits: number,
): Promise<string> {
  return numberFrom(look, `${record.row.center_id}/${prefix}/${period}`, prefix, period, digits);
}

/** A number that is the only one of its kind in the whole instance: certificates are checked by it alone. */
export async function numberedOverall(
  look: Parameters<Observer>[0],
  prefix: string,
  period: string,
  digits: number,
): Promise<string> {
  return numberFrom(look, `${prefix}/${period}`, prefix, period, digits);
}

async function numberFrom(
  look: Parameters<Observer>[0],
  sequence: string,
  prefix: string,
  period: string,
  digits: number,
): Promise<string> {
  if (look.preview) return '';
  const n = await nextInSequence(look.db as OpenTransaction, sequence);
  return `${prefix}-${period}-${String(n).padStart(digits, '0')}`;
}
