import { zipSync } from 'fflate';
import { LARGEST_FILE } from '#app/domain/files.ts';
import type { HostileFile } from './hostile-request.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const pdf = bytes('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
]);
const pngOf = (width: number, height: number) => {
  const all = new Uint8Array(64);
  all.set(png);
  new DataView(all.buffer).setUint32(16, width);
  new DataView(all.buffer).setUint32(20, height);
  return all;
};
const office = (parts: Record<string, Uint8Array>) =>
  zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'word/document.xml': bytes('<w/>'), ...parts });

export interface HostileUpload {
  readonly id: string;
  readonly file: HostileFile;
  /** The statuses that are right where a document is asked for. */
  readonly statuses: readonly number[];
}

const one = (id: string, name: string, content: Uint8Array, ...statuses: number[]): HostileUpload => ({
  id,
  file: { name, type: 'application/octet-stream', bytes: content },
  statuses,
});

/** Files that must be refused, each with the case of the catalogue it belongs to. */
export const refusedFiles: readonly HostileUpload[] = [
  one('B035', '空.pdf', new Uint8Array(0), 422),
  one('B036', '大.pdf', Buffer.concat([pdf, new Uint8Array(LARGEST_FILE)]), 413),
  one('B039', '图.pdf', pngOf(10, 10), 422),
  one('B039', '文.png', pdf, 422),
  one('B039', '包.jpg', office({}), 422),
  one('B039', '没有扩展名', pdf, 422),
  one('B040', '多义.html', Buffer.concat([pdf, bytes('<html><script>alert(1)</script>')]), 422),
  one('B040', '多义.gif', bytes('GIF89a/*<script>alert(1)</script>*/=1;'), 422),
  one('B041', '图.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415),
  one('B041', '图.png', bytes('<?xml version="1.0"?><svg><script>alert(1)</script></svg>'), 415),
  one('B041', '图.svg', bytes('<svg><foreignObject><body onload="x"/></foreignObject></svg>'), 415),
  one('B042', '页.html', bytes('<!DOCTYPE html><script>alert(1)</script>'), 415),
  one('B042', '页.xml', bytes('<?xml-stylesheet type="text/xsl" href="x.xsl"?><a/>'), 415),
  one('B042', '片.swf', bytes('FWS\u0005'), 422),
  one('B042', '页.mht', bytes('MIME-Version: 1.0\nContent-Type: multipart/related'), 422),
  one('B043', '宏.docx', office({ 'word/vbaProject.bin': bytes('x') }), 422),
  one('B044', '炸.docx', office({ 'word/a.xml': new Uint8Array(30 * 1024 * 1024) }), 422),
  one('B044', '套.docx', office({ 'word/inner.zip': zipSync({ a: bytes('a') }) }), 422),
  one('B045', '爬.docx', office({ '../../etc/passwd': bytes('x') }), 422),
  one('B045', '绝.docx', office({ '/etc/passwd': bytes('x') }), 422),
  one(
    'B046',
    '外.xlsx',
    zipSync({
      '[Content_Types].xml': bytes('<Types/>'),
      'xl/workbook.xml': bytes('<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]><a>&x;</a>'),
    }),
    422,
  ),
  one('B048', '巨.png', pngOf(65_500, 65_500), 422),
  one(
    'B049',
    '病毒.pdf',
    bytes(
      `%PDF-1.4 ${['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')}`,
    ),
    422,
  ),
];

/** Good contents under bad names: taken, with a clean name. */
export const badNames: readonly (readonly [id: string, name: string])[] = [
  ['B050', '../../etc/passwd.pdf'],
  ['B050', '..\\..\\x.pdf'],
  ['B050', 'C:\\x.pdf'],
  ['B050', '\\\\host\\x.pdf'],
  ['B050', '/abs.pdf'],
  ['B051', '合同;1=2.pdf'],
  ['B051', `引号"'.pdf`],
  ['B051', '换\r\n行.pdf'],
  ['B051', '表情😀.pdf'],
  ['B051', `${'长'.repeat(300)}.pdf`],
  ['B052', '合同\u202Efdp.pdf'],
  ['B053', 'CON.pdf'],
  ['B053', 'NUL.pdf'],
  ['B053', '.htaccess.pdf'],
  ['B053', '尾.pdf .pdf'],
];

/** A small document that is in order, with a script for whoever would run it (B047). */
export const inertPdf = bytes(
  '%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF',
);
