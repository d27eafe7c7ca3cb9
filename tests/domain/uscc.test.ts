import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check17, check18, checkUscc, isPilotUscc, normaliseUscc, usccFitsType } from '#app/domain/uscc.ts';

/** The lines of a table of codes, cells as they are: surrounding spaces matter. */
const table = (name: string) =>
  readFileSync(new URL(`../data/uscc/${name}.csv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

const refusalsOf = (text: string) => {
  const result = checkUscc(text);
  return result.ok ? [] : result.refusals;
};
const codesOf = (text: string) => refusalsOf(text).map((one) => one.code);

/** The check characters that a finding of the tables names. */
const expectedIn = (finding: string) => [...finding.matchAll(/expected (\w)/g)].map((match) => match[1]);

const published = table('published-valid');
const kindWords = [
  ['社会团体', 'association'],
  ['民办非企业单位', 'service_org'],
  ['基金会', 'foundation'],
] as const;
const kindOf = (words: string) => kindWords.find(([word]) => words.startsWith(word))?.[1];

describe('the unified social credit code', () => {
  it.each(published)('accepts %s, printed in public', (code = '', kind = '', division = '') => {
    const result = checkUscc(code);
    expect(result).toMatchObject({
      ok: true,
      value: { code, kind: kindOf(kind), inspected: false, advice: [], division: { code: division } },
    });
  });

  it.each(table('made-up-valid'))('accepts %s, made up for demonstrations', (code = '', division = '') => {
    expect(checkUscc(code)).toMatchObject({ ok: true, value: { division: { code: division } } });
  });

  it.each(table('published-invalid'))('refuses %s, printed in public and wrong', (code = '', ...rest) => {
    const finding = rest.at(-1) ?? '';
    expect(refusalsOf(code).map((one) => one.params?.expected)).toEqual(expectedIn(finding));
  });

  it.each(table('odd-inputs'))('reads "%s": %s', (input = '', what = '', ...rest) => {
    const finding = rest.join(',');
    if (finding.includes('VALID after')) {
      expect(checkUscc(input)).toMatchObject({ ok: true, value: { code: '52411002MJG3817371' } });
    } else if (finding === 'format') {
      expect(codesOf(input)[0]).toMatch(/^uscc\.(space|length|letter|division)$/);
    } else if (finding.includes('invalid:') || what.includes('prefix') || what.includes('category')) {
      expect(codesOf(input)[0]).toMatch(/^uscc\.(authority|kind)$/);
    } else {
      expect(refusalsOf(input).map((one) => one.params?.expected)).toEqual(expectedIn(finding));
    }
  });

  it('names the letter that no code has, and where it stands', () => {
    expect(refusalsOf('52411002MIG3817371')).toEqual([
      { code: 'uscc.letter', params: { letter: 'I', position: 10 } },
    ]);
  });

  it('says that a letter cannot stand in the division', () => {
    expect(refusalsOf('52411A02MJG3817371')).toEqual([
      { code: 'uscc.division', params: { division: '411A02' } },
    ]);
  });

  it('refuses eighteen zeros by their prefix, though both sums come out', () => {
    expect(check18('000000000000000000')).toBe('0');
    expect(check17('000000000000000000')).toBe('0');
    expect(codesOf('000000000000000000')).toEqual(['uscc.authority']);
  });

  it('advises on an unknown division and does not refuse it', () => {
    expect(checkUscc('52411099MJGDE13689')).toMatchObject({
      ok: true,
      value: {
        division: undefined,
        advice: [{ code: 'uscc.divisionUnknown', params: { division: '411099' } }],
      },
    });
  });

  it('keeps a pilot code for the one who inspected the certificate, and marks it', () => {
    const pilot = '51411025M000123459';
    expect(isPilotUscc(pilot)).toBe(true);
    expect(refusalsOf(pilot)).toEqual([{ code: 'uscc.pilot', params: { expected: check18(pilot) } }]);
    expect(checkUscc(pilot, { certificateInspected: true })).toMatchObject({
      ok: true,
      value: { code: pilot, inspected: true },
    });
  });

  it('does not let an inspected certificate excuse any other wrong code', () => {
    expect(checkUscc('52411002MJG3817372', { certificateInspected: true }).ok).toBe(false);
  });

  it('fits the type of registration that its second character names', () => {
    expect(usccFitsType('52411002MJG3817371', 'service_org')).toBe(true);
    expect(usccFitsType('52411002MJG3817371', 'association')).toBe(false);
    expect(usccFitsType('52411002MJG3817371', 'recorded')).toBe(false);
  });

  it('notices every single character that is mistyped', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(
        fc.constantFrom(...published.map(([code = '']) => code)),
        fc.nat(17),
        fc.constantFrom(...alphabet),
        (code, position, character) => {
          fc.pre(code[position] !== character);
          expect(checkUscc(code.slice(0, position) + character + code.slice(position + 1)).ok).toBe(false);
        },
      ),
    );
  });

  it.each(['\u0390', 'e\u200b\u0301', '\u00a0ŉ'])('normalises %j to a form that stays as it is', (text) => {
    expect(normaliseUscc(normaliseUscc(text))).toBe(normaliseUscc(text));
  });

  it('normalises to a form that stays as it is, whatever is typed, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseUscc(normaliseUscc(text))).toBe(normaliseUscc(text));
        expect(checkUscc(text).ok).toBe(false);
      }),
    );
  });

  it('answers at once for a very long text', () => {
    const started = performance.now();
    checkUscc(`5${' '.repeat(100_000)}1${'a'.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
