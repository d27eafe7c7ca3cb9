import { afterEach, describe, expect, it, vi } from 'vitest';
import { letterDocx } from '#app/documents/letter-docx.server.ts';
import { sayLetter } from '#app/documents/letter-words.ts';
import type { Letter, LetterText } from '#app/domain/letters/letter.ts';
import { translator } from '#app/i18n/translate.ts';
import { readDocx, textsOf } from '#tests/operations/letter-reading.ts';

/** A name that means to break the file, the page, or who reads it. */
const hostile = '<w:p>&amp;"\'\u0000\u0008\u001b]]><!--\u202e衛星\ud800\u2028{organization}{x}';

const letter: Letter<LetterText> = {
  form: 'letter',
  issuer: { text: hostile },
  title: { key: 'letter.supplement.title' },
  number: { key: 'letter.number', params: { number: { text: hostile } } },
  addressee: { key: 'letter.addressee', params: { organization: hostile } },
  blocks: [
    { kind: 'paragraph', text: { text: `一行\r\n二行 ${hostile}` } },
    { kind: 'heading', text: { text: hostile } },
    { kind: 'list', items: [{ text: hostile }, { fen: 123_456 }, { score: 8567 }] },
    { kind: 'facts', lines: [{ label: { text: hostile }, value: { date: '2026-03-02' } }] },
    {
      kind: 'table',
      head: [{ label: { text: hostile } }, { label: { text: '数' }, number: true }],
      rows: [[{ text: hostile }, null]],
    },
    { kind: 'signatures', lines: [{ label: { text: hostile }, name: { text: hostile }, on: null }] },
  ],
  closing: null,
  signer: { text: hostile },
  date: { date: '2026-03-02' },
  note: { text: hostile },
  checkAddress: null,
  stamp: { text: hostile },
};

/** Characters that XML cannot hold or that turn the reading direction. */
const unbearableIn = (text: string): readonly number[] =>
  [...text]
    .map((sign) => sign.codePointAt(0) ?? 0)
    .filter(
      (code) =>
        (code < 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) ||
        (code >= 0x2028 && code <= 0x202e) ||
        (code >= 0xd800 && code <= 0xdfff),
    );

afterEach(() => {
  vi.useRealTimers();
});

describe('a letter as a file', () => {
  it('is well-formed and harmless whatever it is filled with', async () => {
    for (const form of ['letter', 'certificate'] as const) {
      const said = sayLetter({ ...letter, form }, translator('zh-CN'));
      const { document, text } = readDocx(await letterDocx(said, 'zh-CN'));
      expect(text).toContain('<w:p>&amp;"\']]><!--衛星{organization}{x}');
      expect(unbearableIn(document)).toEqual([]);
    }
  });

  it('takes what XML and readers do not bear out of every text', () => {
    for (const text of textsOf(sayLetter(letter, translator('en')))) expect(unbearableIn(text)).toEqual([]);
  });

  it('is the same file whenever it is drawn', async () => {
    const said = sayLetter(letter, translator('zh-CN'));
    const drawnAt = async (year: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(year, 4, 6) });
      return Buffer.from(await letterDocx(said, 'zh-CN'));
    };
    expect(Buffer.compare(await drawnAt(2026), await drawnAt(2031))).toBe(0);
  });

  it('is set as official documents are: A4, margins 37, 26, 35 and 28 mm, lines of 28 points, 三号 仿宋', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(await letterDocx(sayLetter(letter, translator('zh-CN')), 'zh-CN'));
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const styles = strFromU8(files['word/styles.xml'] ?? new Uint8Array());
    const mm = (name: string) =>
      Math.round(
        (Number(new RegExp(`w:${name}="(\\d+)"`).exec(document.match(/<w:pgMar[^>]*>/)?.[0] ?? '')?.[1]) *
          25.4) /
          1440,
      );
    expect([mm('top'), mm('right'), mm('bottom'), mm('left')]).toEqual([37, 26, 35, 28]);
    expect(styles).toContain('w:line="560"');
    expect(styles).toContain('w:eastAsia="仿宋"');
    expect(styles).toContain('<w:sz w:val="32"/>');
  });
});
