import { done, type Refusal, type Result, refusal, refused } from './refusal.ts';

/** An amount of money in fen (分), the hundredth of a yuan: always a whole number, so that sums are exact. */
export type Fen = number;

export const LARGEST_FEN: Fen = Number.MAX_SAFE_INTEGER;

const PLAIN = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const MINUS = /^[-−－﹣]/;

/**
 * Reads an amount as people type it: '12.50', '1,234.5', '¥ 300', '３００元'.
 * Refuses with `money.format` (no number, exponents, groups not of three), `money.negative`,
 * `money.decimals` (more than two) and `money.tooLarge` (beyond 2^53 − 1 fen).
 */
export function parseYuan(text: string): Result<Fen> {
  const typed = halfWidth(text)
    .replace(/^¥\s*/, '')
    .replace(/\s*元$/, '');
  const negative = MINUS.test(typed);
  const match = PLAIN.exec(typed.replace(MINUS, ''));
  if (!match) return refused(refusal('money.format'));
  if (negative) return refused(refusal('money.negative'));
  const decimals = match[2] ?? '';
  if (decimals.length > 2) return refused(refusal('money.decimals', { most: 2 }));
  const digits = (match[1]!.replaceAll(',', '') + decimals.padEnd(2, '0')).replace(/^0+(?=\d)/, '');
  const fen = Number(digits);
  return Number.isSafeInteger(fen) ? done(fen) : refused(tooLarge());
}

/** '1,234.50': yuan with two decimals and grouped, without a sign of the currency; for people. */
export function formatYuan(fen: Fen): string {
  const [yuan, decimals] = plainYuan(fen).split('.');
  return `${yuan!.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

/** '1234.50': the same without groups; for input fields and tables read by machines. */
export function plainYuan(fen: Fen): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of amounts, or `money.tooLarge` when it can no longer be told to the fen. */
export function sumFen(amounts: Iterable<Fen>): Result<Fen> {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  const fen = Number(sum);
  return Number.isSafeInteger(fen) ? done(fen) : refused(tooLarge());
}

/**
 * Divides an amount in proportion to whole, non-negative shares (50 : 30 : 20) so that the parts sum to it.
 * The fen that are left after rounding down go to the largest remainders, the earlier part first.
 */
export function splitByShares(fen: Fen, shares: readonly number[]): Fen[] {
  const total = shares.reduce((sum, share) => sum + BigInt(share), 0n);
  if (!Number.isSafeInteger(fen) || fen < 0 || total <= 0n || shares.some((share) => share < 0)) {
    throw new RangeError(`cannot divide ${fen} by ${shares.join(' : ')}`);
  }
  const exact = shares.map((share) => BigInt(fen) * BigInt(share));
  const parts = exact.map((amount) => Number(amount / total));
  let left = fen - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((amount, index) => ({ index, remainder: amount % total }))
    .sort(
      (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.index - b.index,
    );
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index] = parts[index]! + 1;
    left -= 1;
  }
  return parts;
}

const tooLarge = (): Refusal => refusal('money.tooLarge', { most: formatYuan(LARGEST_FEN) });

/** Full-width figures and marks as a Chinese keyboard gives them, made plain; spaces around them dropped. */
function halfWidth(text: string): string {
  return text
    .replace(/[０-９，．￥]/g, (mark) => {
      return mark === '￥' ? '¥' : String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
    })
    .trim();
}
