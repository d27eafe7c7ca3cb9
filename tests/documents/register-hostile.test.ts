import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LARGEST_REGISTER, readGrid } from '#app/documents/register-grid.server.ts';
import { translators } from '#app/i18n/translate.ts';
import { registerBytes } from './register-rendering.ts';

const MEGABYTE = 1024 * 1024;
/** A bomb takes minutes; a second of work takes two where the processor is shared with other tests. */
const MOST_WORK_MS = 2000;
const sheetPart = 'xl/worksheets/sheet2.xml';

/** The parts of the sound register, with some of them changed or added. */
const withParts = (parts: Zippable): Uint8Array => zipSync({ ...unzipSync(registerBytes()), ...parts });

/** Every hostile file has to be refused by one of its codes, quickly, and with a sentence in each language. */
async function refusalOf(bytes: Uint8Array, name = '台账.xlsx'): Promise<string> {
  const started = process.cpuUsage();
  const result = await readGrid(bytes, name);
  expect(process.cpuUsage(started).user / 1000, 'milliseconds of work').toBeLessThan(MOST_WORK_MS);
  if (result.ok) return 'accepted';
  for (const translate of translators()) {
    expect(translate.refusal(result.refusals[0] ?? { code: '' })).not.toContain('register.');
  }
  return result.refusals[0]?.code ?? '';
}

/** Changes the fields of the directory's first entry of a name: offsets count from its beginning. */
function patchDirectory(
  bytes: Uint8Array,
  name: string,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.lastIndexOf(Buffer.from(name)) - 46;
  change(new DataView(copy.buffer, copy.byteOffset, copy.byteLength), at);
  return new Uint8Array(copy);
}

describe('a file that is no register', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['an empty file', '台账.xlsx', new Uint8Array(), 'register.file.empty'],
    ['an empty text', '台账.csv', strToU8('\r\n\r\n,,,\r\n'), 'register.file.empty'],
    ['a file that is too large', '台账.xlsx', new Uint8Array(LARGEST_REGISTER + 1), 'register.file.tooLarge'],
    ['a picture', '台账.png', strToU8('\x89PNG'), 'register.file.kind'],
    ['a file without an extension', '台账', strToU8('组织名称'), 'register.file.kind'],
    ['text that claims to be a workbook', '台账.xlsx', strToU8('组织名称,电话'), 'register.file.mismatch'],
    ['a workbook that claims to be text', '台账.csv', registerBytes(), 'register.file.mismatch'],
    [
      'a spreadsheet of the old kind',
      '台账.xls',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1),
      'register.file.oldFormat',
    ],
    ['a page of HTML called .xls', '台账.xls', strToU8('<table></table>'), 'register.file.oldFormat'],
    [
      'an encrypted workbook',
      '台账.xlsx',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'register.file.encrypted',
    ],
    ['a workbook for macros', '台账.xlsm', registerBytes(), 'register.file.macros'],
    ['half a zip', '台账.xlsx', registerBytes().subarray(0, 4000), 'register.file.damaged'],
    ['a zip of something else', '台账.xlsx', zipSync({ 'a.txt': strToU8('a') }), 'register.file.notWorkbook'],
    ['bytes in no encoding', '台账.csv', Uint8Array.of(0x81, 0xff, 0xff, 0x30), 'register.file.encoding'],
    ['binary called text', '台账.csv', Uint8Array.of(65, 0, 66), 'register.file.encoding'],
    ['a quote that never closes', '台账.csv', strToU8('组织名称,电话\n"abc,1'), 'register.file.quote'],
    ['a million lines', '台账.csv', strToU8('a\n'.repeat(MEGABYTE)), 'register.file.rows'],
    ['a million commas', '台账.csv', strToU8(','.repeat(MEGABYTE)), 'register.file.damaged'],
  ])('refuses %s', async (_, name, bytes, code) => {
    expect(await refusalOf(bytes, name)).toBe(code);
  });
});

describe('a zip that means harm', () => {
  it('is refused when it holds macros, wherever', async () => {
    expect(await refusalOf(withParts({ 'xl/vbaProject.bin': strToU8('x') }))).toBe('register.file.macros');
  });

  it.each(['../evil.xml', '/etc/evil', 'xl/../../evil', 'C:/evil', 'xl\\evil'])(
    'is refused when it holds a path like %s',
    async (path) => {
      expect(await refusalOf(withParts({ [path]: strToU8('x') }))).toBe('register.file.paths');
    },
  );

  it('is refused when it holds a symbolic link', async () => {
    const bytes = withParts({ 'xl/link': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
    expect(await refusalOf(bytes)).toBe('register.file.paths');
  });

  it('is refused when it unpacks to a thousand times its size', async () => {
    const bytes = withParts({ [sheetPart]: new Uint8Array(64 * MEGABYTE) });
    expect(bytes.length).toBeLessThan(MEGABYTE);
    expect(await refusalOf(bytes)).toBe('register.file.bomb');
  });

  it('is refused when its entries together unpack to too much', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `xl/media/${n}.bin`);
    const stored: Zippable = Object.fromEntries(
      names.map((name) => [name, [new Uint8Array(100_000), { level: 0 }]]),
    );
    const bytes = names.reduce(
      (file, name) => patchDirectory(file, name, (view, at) => view.setUint32(at + 24, 20 * MEGABYTE, true)),
      withParts(stored),
    );
    expect(await refusalOf(bytes)).toBe('register.file.bomb');
  });

  it('is refused when it has very many entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`x/${n}`, new Uint8Array()]));
    expect(await refusalOf(withParts(many))).toBe('register.file.bomb');
  });

  it('is stopped by the count when its directory lies about the size', async () => {
    const bytes = patchDirectory(
      withParts({ [sheetPart]: new Uint8Array(32 * MEGABYTE) }),
      sheetPart,
      (view, at) => view.setUint32(at + 24, 1000, true),
    );
    expect(await refusalOf(bytes)).toBe('register.file.bomb');
  });

  it('is refused when entries share their bytes', async () => {
    const bytes = patchDirectory(registerBytes(), 'xl/styles.xml', (view, at) =>
      view.setUint32(at + 42, 0, true),
    );
    expect(await refusalOf(bytes)).toBe('register.file.bomb');
  });

  it('is refused when an entry is encrypted', async () => {
    const bytes = patchDirectory(registerBytes(), sheetPart, (view, at) => view.setUint16(at + 8, 1, true));
    expect(await refusalOf(bytes)).toBe('register.file.encrypted');
  });
});

describe('XML that means harm', () => {
  const sheet = (head: string, text: string) =>
    strToU8(
      `<?xml version="1.0"?>${head}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
    );

  it('is refused when it names a document outside', async () => {
    const head = '<!DOCTYPE x [<!ENTITY y SYSTEM "http://127.0.0.1:9/secret">]>';
    expect(await refusalOf(withParts({ [sheetPart]: sheet(head, '&y;') }))).toBe('register.file.doctype');
  });

  it('is refused when its entities multiply', async () => {
    const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      '',
    );
    const head = `<!doctype x [<!ENTITY l0 "lol">${laughs}]>`;
    expect(await refusalOf(withParts({ [sheetPart]: sheet(head, '&l10;') }))).toBe('register.file.doctype');
  });

  it('is refused in the shared texts as well', async () => {
    const bytes = withParts({ 'xl/sharedStrings.xml': strToU8('<!DOCTYPE sst><sst/>') });
    expect(await refusalOf(bytes)).toBe('register.file.doctype');
  });

  it.each([
    ['not closed', '<worksheet><sheetData>'],
    ['not there', 'no xml'],
    ['too deep', '<a>'.repeat(100_000)],
    ['without meaning', '<worksheet>&unknown;</worksheet>'],
  ])('is refused when it is %s', async (_, xml) => {
    expect(await refusalOf(withParts({ [sheetPart]: strToU8(xml) }))).toBe('register.file.damaged');
  });

  it('is refused when it has more rows than any register', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `<row r="${n + 1}"><c><v>1</v></c></row>`).join('');
    const xml = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    expect(await refusalOf(withParts({ [sheetPart]: strToU8(xml) }))).toBe('register.file.rows');
  });

  it.each([
    ['tags', 'register.file.bomb', (n: number) => `<c/>${n}`, 1_550_000],
    ['rows', 'accepted', (n: number) => `<row r="${n}"><c r="A${n}"/></row>`, 400_000],
    [
      'text',
      'accepted',
      (n: number) => `<row r="${n}"><c r="A${n}"><v>${'9'.repeat(1500)}</v></c></row>`,
      9000,
    ],
  ] as const)('costs no more than a moment when it is all %s', async (_, outcome, row, count) => {
    const rows = Array.from({ length: count }, (_, n) => row(n + 1)).join('');
    const xml = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    expect(await refusalOf(withParts({ [sheetPart]: [strToU8(xml), { level: 1 }] }))).toBe(outcome);
  });
});

describe('damage of any kind', () => {
  it('never throws, whatever bytes are changed', async () => {
    const sound = registerBytes();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = sound.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const result = await readGrid(bytes, '台账.xlsx');
          expect(typeof result.ok).toBe('boolean');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws on any bytes called text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(typeof (await readGrid(bytes, '台账.csv')).ok).toBe('boolean');
      }),
    );
  });
});
