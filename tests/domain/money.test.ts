import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYuan, LARGEST_FEN, parseYuan, plainYuan, splitByShares, sumFen } from '#app/domain/money.ts';

const anyAmount = fc.nat(Number.MAX_SAFE_INTEGER);
const codeOf = (text: string): string | number => {
  const result = parseYuan(text);
  return result.ok ? result.value : result.refusals[0]!.code;
};

describe('an amount that is typed', () => {
  test('is read to the fen', () => {
    expect(codeOf('12.50')).toBe(1250);
    expect(codeOf('1,234.5')).toBe(123_450);
    expect(codeOf('0')).toBe(0);
    expect(codeOf('007')).toBe(700);
    expect(codeOf('1,234,567.89')).toBe(123_456_789);
    expect(codeOf('0.29')).toBe(29);
    expect(codeOf('1.15')).toBe(115);
  });

  test('may be written with full-width figures, spaces around it, and the currency', () => {
    expect(codeOf('１，２３４．５０')).toBe(123_450);
    expect(codeOf('　３００　')).toBe(30_000);
    expect(codeOf('¥ 300')).toBe(30_000);
    expect(codeOf('￥300.5元')).toBe(30_050);
  });

  test('is refused when it is no plain decimal number', () => {
    const wrong = ['', ' ', 'NaN', 'Infinity', '1e3', '1e309', '0x10', '٣', '12.', '.5', '1.2.3', '1 234'];
    for (const text of [
      ...wrong,
      '12,34',
      '1,2345',
      '1234,567',
      ',123',
      '１２。５',
      '5万元',
      '①',
      '--1',
      '-x',
      '²',
    ]) {
      expect(codeOf(text), text).toBe('money.format');
    }
  });

  test('is refused when it is below zero, with whichever minus sign', () => {
    for (const text of ['-0.01', '-1', '−1', '－１', '-0']) expect(codeOf(text), text).toBe('money.negative');
  });

  test('is refused when it goes beyond the fen', () => {
    for (const text of ['0.001', '1.000', '12.345']) expect(codeOf(text), text).toBe('money.decimals');
  });

  test('is refused when it can no longer be stored exactly', () => {
    expect(codeOf('90,071,992,547,409.91')).toBe(LARGEST_FEN);
    for (const text of ['90071992547409.92', '9223372036854775808', '9'.repeat(50_000)]) {
      expect(codeOf(text)).toBe('money.tooLarge');
    }
  });

  test('comes back from what was printed of it', () => {
    fc.assert(
      fc.property(anyAmount, (fen) => {
        expect(codeOf(formatYuan(fen))).toBe(fen);
        expect(codeOf(plainYuan(fen))).toBe(fen);
      }),
    );
  });

  test('is answered with a value, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = parseYuan(text);
        if (result.ok) expect(Number.isSafeInteger(result.value) && result.value >= 0).toBe(true);
        else expect(result.refusals[0]!.code).toMatch(/^money\./);
      }),
    );
  });
});

describe('an amount that is printed', () => {
  test('has two decimals and groups of three', () => {
    expect(formatYuan(0)).toBe('0.00');
    expect(formatYuan(5)).toBe('0.05');
    expect(formatYuan(99_999)).toBe('999.99');
    expect(formatYuan(123_450)).toBe('1,234.50');
    expect(formatYuan(-123_450)).toBe('-1,234.50');
    expect(formatYuan(-123_45)).toBe('-123.45');
    expect(formatYuan(LARGEST_FEN)).toBe('90,071,992,547,409.91');
    expect(plainYuan(123_450)).toBe('1234.50');
  });

  test('is a whole number of fen', () => {
    expect(() => formatYuan(0.5)).toThrow(RangeError);
    expect(() => formatYuan(Number.NaN)).toThrow(RangeError);
  });
});

describe('a sum', () => {
  test('is exact, or refused', () => {
    expect(sumFen([1, 2, 3])).toEqual({ ok: true, value: 6 });
    expect(sumFen([])).toEqual({ ok: true, value: 0 });
    expect(sumFen([LARGEST_FEN, 1])).toMatchObject({ ok: false, refusals: [{ code: 'money.tooLarge' }] });
    expect(sumFen([LARGEST_FEN, 1, -1])).toEqual({ ok: true, value: LARGEST_FEN });
  });
});

describe('an amount that is divided', () => {
  test('gives the odd fen to the largest remainder, the earlier part first', () => {
    expect(splitByShares(100_00, [50, 30, 20])).toEqual([50_00, 30_00, 20_00]);
    expect(splitByShares(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByShares(10, [1, 2])).toEqual([3, 7]);
    expect(splitByShares(1, [0, 1])).toEqual([0, 1]);
  });

  test('is a mistake of the caller when there is nothing to divide by', () => {
    expect(() => splitByShares(100, [])).toThrow(RangeError);
    expect(() => splitByShares(100, [0, 0])).toThrow(RangeError);
    expect(() => splitByShares(100, [2, -1])).toThrow(RangeError);
    expect(() => splitByShares(100, [0.5, 0.5])).toThrow(RangeError);
    expect(() => splitByShares(-1, [1])).toThrow(RangeError);
  });

  test('sums to the whole, each part within one fen of its exact share, none for a share of zero', () => {
    const shares = fc
      .array(fc.nat(10_000), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((share) => share > 0));
    fc.assert(
      fc.property(anyAmount, shares, (fen, list) => {
        const parts = splitByShares(fen, list);
        const total = list.reduce((sum, share) => sum + BigInt(share), 0n);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(fen));
        parts.forEach((part, index) => {
          const off = BigInt(part) * total - BigInt(fen) * BigInt(list[index]!);
          expect(off > -total && off < total).toBe(true);
          if (list[index] === 0) expect(part).toBe(0);
        });
      }),
    );
  });
});
