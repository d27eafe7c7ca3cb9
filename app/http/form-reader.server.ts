import { type FormInput, formInputOf, type UploadedFile } from '#app/domain/forms/form-input.ts';
import type { FieldRefusal } from '#app/domain/refusal.ts';
import { cleanFileName } from './file-name.server.ts';

export interface FormReading {
  /** Whether files are expected; where they are not, one is refused. */
  readonly files?: boolean;
  /** Names that may come more than once, beside those that end in `[]` or `.kept`: boxes of one question. */
  readonly repeatable?: (name: string) => boolean;
  readonly maxFields?: number;
  readonly maxFiles?: number;
}

/** A form that was read; where something is wrong, `typed` still holds what can be drawn again. */
export type ReadForm =
  | { readonly ok: true; readonly value: FormInput }
  | { readonly ok: false; readonly refusals: readonly FieldRefusal[]; readonly typed: FormInput };

const MOST_FIELDS = 2_000;
const MOST_FILES = 20;
const LONGEST_NAME = 200;
/** In characters; each field's own limit is far below and judged with the form. */
const LONGEST_TEXT = 200_000;

const FILE_OR_TEXT = /^multipart\/form-data\b/i;
const TEXT_ONLY = /^application\/x-www-form-urlencoded\b/i;

/** Controls but newline and tab; and the marks that make text run backwards, which disguise names and amounts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const UNSEEN_ALL = new RegExp(UNSEEN, 'g');

type Entry = readonly [name: string, value: string | UploadedFile];

/**
 * Reads what was sent with a form, once, before anything else looks at it: the only reader of request bodies.
 * Refused are broken encodings (`form.encoding`, `form.incomplete`), other kinds of bodies (`form.kind`), too much of
 * it (`form.tooMany`, `form.tooLong`), unseen characters (`form.unseen`), a single answer given twice
 * (`form.repeated`) and files where none are asked for (`form.noFiles`). Lines end in `\n`, however they were sent.
 */
export async function readForm(request: Request, reading: FormReading = {}): Promise<ReadForm> {
  const type = request.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (FILE_OR_TEXT.test(type)) return judge(await readParts(bytes, type, reading), reading);
  if (TEXT_ONLY.test(type) || bytes.byteLength === 0) return judge(readPairs(bytes, reading), reading);
  return unreadable('form.kind');
}

/** The HTTP status of an answer to a form that could not be read. */
export function statusOfReading(refusals: readonly FieldRefusal[]): 400 | 413 | 415 | 422 {
  const codes = new Set(refusals.map(({ code }) => code));
  if (codes.has('form.kind')) return 415;
  if (codes.has('form.tooMany')) return 413;
  return codes.has('form.incomplete') ? 400 : 422;
}

function readPairs(bytes: Uint8Array, { maxFields = MOST_FIELDS }: FormReading): Entry[] | string {
  // counted before anything is made of them: a million fields fit into a megabyte
  if (countOf(bytes, 0x26) >= maxFields) return 'form.tooMany';
  const entries: Entry[] = [];
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    for (const pair of text.split('&')) {
      if (pair === '') continue;
      const [name = '', ...rest] = pair.replaceAll('+', ' ').split('=');
      // throws for bytes that are not UTF-8, where URLSearchParams would put U+FFFD without a word
      entries.push([decodeURIComponent(name), decodeURIComponent(rest.join('='))]);
    }
  } catch {
    return 'form.encoding';
  }
  return entries;
}

async function readParts(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  { maxFields = MOST_FIELDS, maxFiles = MOST_FILES }: FormReading,
): Promise<Entry[] | string> {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // as with pairs: half a million parts fit into an upload, and reading them held everybody up for a second
  if (hasMoreParts(body, type, maxFields + maxFiles)) return 'form.tooMany';
  let isTyped: boolean | undefined;
  // whether U+FFFD was put where bytes were not UTF-8; somebody may also have typed it, which is looked up once
  const wasMended = (text: string): boolean => {
    if (!text.includes('\uFFFD')) return false;
    isTyped ??= body.includes('\uFFFD', 0, 'utf8');
    return !isTyped;
  };
  let parts: FormData;
  try {
    parts = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    return 'form.incomplete';
  }
  const entries: Entry[] = [];
  for (const [name, value] of parts) {
    if (typeof value === 'string') {
      if (wasMended(name + value)) return 'form.encoding';
      entries.push([name, value]);
      // an empty file input sends a nameless part without content
    } else if (value.name !== '' || value.size > 0) {
      const content = new Uint8Array(await value.arrayBuffer());
      entries.push([name, { name: cleanFileName(value.name), bytes: content, size: content.byteLength }]);
    }
  }
  return entries;
}

function judge(entries: readonly Entry[] | string, reading: FormReading): ReadForm {
  if (typeof entries === 'string') return unreadable(entries);
  const { files = false, maxFields = MOST_FIELDS, maxFiles = MOST_FILES, repeatable = () => false } = reading;
  const texts: [string, string][] = [];
  const uploads: [string, UploadedFile][] = [];
  const refusals: FieldRefusal[] = [];
  const seen = new Set<string>();
  const twice = new Set<string>();

  for (const [name, value] of entries) {
    if (name.length > LONGEST_NAME || UNSEEN.test(name)) return unreadable('form.incomplete');
    if (typeof value !== 'string') {
      uploads.push([name, value]);
      continue;
    }
    const text = value.replace(/\r\n?/g, '\n');
    if (text.length > LONGEST_TEXT) {
      refusals.push({ field: name, code: 'form.tooLong', params: { max: LONGEST_TEXT } });
    } else if (UNSEEN.test(text)) refusals.push({ field: name, code: 'form.unseen' });
    if (seen.has(name) && !isList(name) && !repeatable(name)) twice.add(name);
    seen.add(name);
    texts.push([name, text.slice(0, LONGEST_TEXT).replace(UNSEEN_ALL, '')]);
  }
  if (entries.length > maxFields || uploads.length > maxFiles) return unreadable('form.tooMany');
  for (const field of twice) refusals.push({ field, code: 'form.repeated' });
  if (!files) for (const [field] of uploads) refusals.push({ field, code: 'form.noFiles' });
  if (refusals.length > 0) return { ok: false, refusals, typed: formInputOf(texts) };
  return { ok: true, value: formInputOf(texts, uploads) };
}

const isList = (name: string): boolean => name.endsWith('[]') || name.endsWith('.kept');

const unreadable = (code: string): ReadForm => ({
  ok: false,
  refusals: [{ field: '', code }],
  typed: formInputOf([]),
});

/** Whether a body has more than so many parts, by its boundaries. */
function hasMoreParts(body: Buffer, type: string, most: number): boolean {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (boundary === null) return false;
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  let parts = 0;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.byteLength)) {
    parts += 1;
    // the last boundary ends the body
    if (parts > most + 1) return true;
  }
  return false;
}

function countOf(bytes: Uint8Array, sign: number): number {
  let count = 0;
  for (const byte of bytes) if (byte === sign) count += 1;
  return count;
}
