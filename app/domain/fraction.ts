/**
 * Exact numbers. A score is rounded once, at the end; binary floats would round at every step
 * (1.005 is a little less than 1.005), so what lies between is kept as a fraction of two integers.
 */
export interface Fraction {
  readonly top: bigint;
  /** Above zero, always. */
  readonly bottom: bigint;
}

export const ZERO: Fraction = { top: 0n, bottom: 1n };

/** The decimal that a finite number prints as, exactly: 0.1 is one tenth. */
export function fractionOf(value: number): Fraction {
  // most points and weights are whole
  if (Number.isSafeInteger(value)) return { top: BigInt(value), bottom: 1n };
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  const [whole, decimals = ''] = mantissa.split('.') as [string, string?];
  const digits = BigInt(whole + decimals);
  const shift = Number(exponent) - decimals.length;
  return shift >= 0 ? simplest(digits * 10n ** BigInt(shift), 1n) : simplest(digits, 10n ** BigInt(-shift));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  simplest(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { top: -b.top, bottom: b.bottom });

export const multiply = (a: Fraction, b: Fraction): Fraction => simplest(a.top * b.top, a.bottom * b.bottom);

export const divide = (a: Fraction, b: Fraction): Fraction => {
  if (b.top === 0n) throw new RangeError('division by zero');
  return simplest(a.top * b.bottom, a.bottom * b.top);
};

/** Below zero when `a` is the smaller, above when it is the larger, else 0: for sorting. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : Number(difference > 0n);
}

export const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);

export const sumOf = (parts: Iterable<Fraction>): Fraction => {
  let sum = ZERO;
  for (const part of parts) sum = add(sum, part);
  return sum;
};

/** Rounded half up to two decimals, as scores are. */
export function roundHalfUp(value: Fraction): number {
  const doubled = 2n * 100n * value.top + value.bottom;
  const divisor = 2n * value.bottom;
  const down = doubled / divisor;
  const floor = doubled < 0n && doubled % divisor !== 0n ? down - 1n : down;
  return Number(floor) / 100;
}

function simplest(top: bigint, bottom: bigint): Fraction {
  const sign = bottom < 0n ? -1n : 1n;
  let [a, b] = [top < 0n ? -top : top, bottom * sign];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = (a === 0n ? 1n : a) * sign;
  return { top: top / divisor, bottom: bottom / divisor };
}
