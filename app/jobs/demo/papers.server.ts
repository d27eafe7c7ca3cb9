import { deflateSync } from 'node:zlib';
import type { DocumentRef } from '#app/domain/forms/field.ts';
import type { UploadedDocument } from '#app/operations/advance.server.ts';
import type { FileStore } from '#app/outside/files.server.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { paperNames } from './cast/papers.ts';

/** A document handed in: as the form's value and as what was uploaded. */
export interface HandedIn {
  readonly refs: Readonly<Record<string, readonly DocumentRef[]>>;
  readonly uploads: readonly UploadedDocument[];
}

export interface Papers {
  /** The documents for the slots of a form, by the kind of paper that answers each. */
  readonly handIn: (slots: Readonly<Record<string, readonly string[]>>, at: string) => Promise<HandedIn>;
}

/** Papers of the demo: each kind is made once, and its content kept once in the file store. */
export function papersIn(files: FileStore): Papers {
  const kept = new Map<string, Promise<Omit<UploadedDocument, 'id' | 'slot'>>>();

  const keep = async (kind: string): Promise<Omit<UploadedDocument, 'id' | 'slot'>> => {
    const photograph = kind.startsWith('photo');
    const title = paperNames[kind] ?? kind;
    const stored = await files.put(photograph ? photographOf(kind) : pageOf(title, kind));
    if (!stored.ok) throw new Error(`The file store has no room for ${kind}`);
    return {
      name: `${title}.${photograph ? 'png' : 'pdf'}`,
      mime: photograph ? 'image/png' : 'application/pdf',
      ...stored.value,
    };
  };

  return {
    handIn: async (slots, at) => {
      const uploads: UploadedDocument[] = [];
      for (const [slot, kinds] of Object.entries(slots)) {
        for (const kind of kinds) {
          const paper = kept.get(kind) ?? keep(kind);
          kept.set(kind, paper);
          uploads.push({ id: newId(at), slot, ...(await paper) });
        }
      }
      const refs: Record<string, DocumentRef[]> = {};
      for (const { id, slot, name, sha256, size } of uploads) {
        refs[slot] = [...(refs[slot] ?? []), { id, name, sha256, size }];
      }
      return { refs, uploads };
    },
  };
}

/** One page of PDF with a title in Chinese; the reader's own Song typeface draws it, none is embedded. */
export function pageOf(title: string, kind: string): Uint8Array {
  const text = Buffer.from(title, 'utf16le').swap16().toString('hex').toUpperCase();
  const drawing = [
    `BT /F1 24 Tf 72 740 Td <${text}> Tj ET`,
    `BT /F2 11 Tf 72 712 Td (Demo document, made by the program: ${kind}) Tj ET`,
    '0.75 w 72 700 m 523 700 l S',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 8 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

const width = 320;
const height = 200;

/** A picture of hills under a sky, its colours by the kind: nobody's face is in it. */
export function photographOf(kind: string): Uint8Array {
  const shade = [...kind].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 97, 7);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const hill = height * 0.62 + Math.sin((x + shade * 5) / 38) * 18 + Math.sin(x / 11) * 4;
      const at = y * (1 + width * 3) + 1 + x * 3;
      const sky = [236 - y / 4 - shade / 3, 222 - y / 6, 205 + shade / 3];
      const ground = [70 + shade, 120 + (y % 9) * 2, 80 + shade / 2];
      for (const [c, value] of (y < hill ? sky : ground).entries())
        rows[at + c] = Math.max(0, Math.min(255, value));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(checksum(body), body.length + 4);
  return whole;
}

/** CRC-32 of PNG (ISO 3309). */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
