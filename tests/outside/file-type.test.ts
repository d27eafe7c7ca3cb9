import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE } from '#app/domain/files.ts';
import { sniff } from '#app/outside/file-type.server.ts';

const text = (content: string) => new TextEncoder().encode(content);
const pdf = text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

function jpeg(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0,
  ]);
  const view = new DataView(bytes.buffer);
  view.setUint16(13, height);
  view.setUint16(15, width);
  return bytes;
}

const docx = (more: Zippable = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types/>'),
    'word/document.xml': strToU8('<?xml version="1.0"?><document/>'),
    ...more,
  });
const xlsx = (workbook = '<?xml version="1.0"?><workbook/>') =>
  zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types/>'),
    'xl/workbook.xml': strToU8(workbook),
  });

const verdict = (bytes: Uint8Array, name: string) => {
  const result = sniff(bytes, name);
  return result.ok ? result.value.kind : result.refusals.map((refusal) => refusal.code).join();
};

/** The bytes with every occurrence of a four-byte little-endian figure in the central directory put to another. */
function declare(bytes: Uint8Array, entry: number, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let at = view.getUint32(copy.length - 6, true);
  for (let index = 0; index < entry; index += 1) {
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  view.setUint32(at + offset, value, true);
  return copy;
}

describe('a file that is accepted', () => {
  it.each([
    [pdf, '章程.pdf', 'pdf'],
    [pdf, 'REPORT.PDF', 'pdf'],
    [png(800, 600), '照片.png', 'png'],
    [jpeg(4000, 3000), 'a.jpg', 'jpg'],
    [jpeg(4000, 3000), 'a.JPEG', 'jpg'],
    [docx(), '合同;1=2.docx', 'docx'],
    [xlsx(), '名册.xlsx', 'xlsx'],
  ])('is known by its content (case %#)', (bytes, name, kind) => {
    expect(verdict(bytes, name)).toBe(kind);
  });

  it('may be as large as the limit and not a byte larger', () => {
    const file = new Uint8Array(LARGEST_FILE);
    file.set(pdf);
    const larger = new Uint8Array(LARGEST_FILE + 1);
    larger.set(pdf);
    expect(verdict(file, 'a.pdf')).toBe('pdf');
    expect(verdict(larger, 'a.pdf')).toBe('file.tooLarge');
  });
});

describe('[ASVS 5.2.2] a file that is refused', () => {
  it.each([
    ['is empty', new Uint8Array(0), 'a.pdf', 'file.empty'],
    ['is a picture that calls itself PDF', png(8, 8), 'a.pdf', 'file.mismatch'],
    ['is a PDF that calls itself a picture', pdf, 'a.png', 'file.mismatch'],
    ['is an archive that calls itself a picture', docx(), 'a.jpg', 'file.mismatch'],
    ['has no extension', pdf, 'pdf', 'file.mismatch'],
    ['is a drawing with a script in it', text('<svg xmlns="x"><script/></svg>'), 'a.svg', 'file.svg'],
    ['is a drawing behind a declaration', text('\uFEFF<?xml version="1.0"?>\n<svg/>'), 'a.png', 'file.svg'],
    ['is a web page', text('  <!doctype html><script>1</script>'), 'a.pdf', 'file.page'],
    ['is something unknown', text('MZ\u0090\u0000'), 'a.exe', 'file.kind'],
    ['is any other archive', zipSync({ 'a.txt': strToU8('a') }), 'a.zip', 'file.kind'],
    ['has macros', docx({ 'word/vbaProject.bin': strToU8('x') }), 'a.docx', 'file.macros'],
    ['climbs out of its folder', docx({ '../../etc/cron.d/x': strToU8('x') }), 'a.docx', 'file.archive'],
    ['holds an absolute path', docx({ '/etc/passwd': strToU8('x') }), 'a.docx', 'file.archive'],
    [
      'holds an archive in the archive',
      docx({ 'a.zip': zipSync({ b: strToU8('b') }) }),
      'a.docx',
      'file.archive',
    ],
    ['is cut off', docx().subarray(0, 120), 'a.docx', 'file.archive'],
    ['declares a picture larger than any camera takes', png(65_500, 65_500), 'a.png', 'file.pixels'],
    ['declares a photo larger than any camera takes', jpeg(65_500, 65_500), 'a.jpg', 'file.pixels'],
    ['is a picture without a size', jpeg(0, 0), 'a.jpg', 'file.damaged'],
    ['is a picture cut off', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'a.jpg', 'file.damaged'],
  ])('%s', (_, bytes, name, code) => {
    expect(verdict(bytes, name)).toBe(code);
  });

  it('[ASVS 5.4.3] is the test file of virus scanners, wherever it hides', () => {
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');
    expect(verdict(text(eicar), 'a.pdf')).toBe('file.infected');
    expect(verdict(text(`%PDF-1.7\n${'x'.repeat(5000)}${eicar}`), 'a.pdf')).toBe('file.infected');
  });

  it('[ASVS 5.2.3] is a document that explodes when unpacked', () => {
    const zeros = docx({ 'word/media/a.bin': new Uint8Array(30 * 1024 * 1024) });
    expect(verdict(zeros, 'a.docx')).toBe('file.archive');
    expect(verdict(declare(docx(), 1, 24, 2_000_000_000), 'a.docx')).toBe('file.archive');
  });

  it('has entries that share the same bytes', () => {
    const bytes = docx();
    expect(verdict(declare(bytes, 1, 42, 0), 'a.docx')).toBe('file.archive');
  });

  it('has a password', () => {
    const bytes = docx();
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const start = view.getUint32(bytes.length - 6, true);
    view.setUint16(start + 8, 1, true);
    expect(verdict(bytes, 'a.docx')).toBe('file.locked');
  });

  it('declares entities that fetch or multiply', () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>';
    expect(verdict(xlsx(bomb), 'a.xlsx')).toBe('file.archive');
  });

  it('is judged in a moment, also when it is made to take long', () => {
    const many: Zippable = {};
    for (let index = 0; index < 6_000; index += 1) many[`word/${index}.xml`] = strToU8('<a/>');
    const bytes = docx(many);
    const before = performance.now();
    expect(verdict(bytes, 'a.docx')).toBe('file.archive');
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
