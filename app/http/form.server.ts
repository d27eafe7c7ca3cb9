import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { DocumentRef, Field, Values } from '#app/domain/forms/field.ts';
import type { TypedValues } from '#app/domain/forms/form-draft.ts';
import type { FormInput } from '#app/domain/forms/form-input.ts';
import { readValues, splitApart } from '#app/domain/forms/schema.ts';
import type { FieldRefusal } from '#app/domain/refusal.ts';
import type { UploadedDocument } from '#app/operations/advance.server.ts';
import { sniff } from '#app/outside/file-type.server.ts';
import type { DoorContext } from './context.ts';
import { readForm, statusOfReading } from './form-reader.server.ts';
import { statusOf } from './guarded.server.ts';

/** What stands in the inputs, as typed, to draw the form again. */
export type Typed = TypedValues;

/** A form that was read but not yet judged by its fields. */
export interface Sent {
  readonly input: FormInput;
  readonly raw: Typed;
  /** The version of the record that the sender saw, if the form says so. */
  readonly version?: number;
  /** One for each drawing of the form, with the hash of all that was sent. */
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

export interface Unread {
  readonly ok: false;
  readonly refusals: readonly FieldRefusal[];
  readonly raw: Typed;
  readonly status: number;
  /** What tells whether this very form was answered before, when it could be read at all. */
  readonly idempotency?: Sent['idempotency'];
}

export type SentForm = { readonly ok: true; readonly value: Sent; readonly raw: Typed } | Unread;

/** A form judged by its fields, ready for `advance`; its files lie in the store. */
export type CheckedForm =
  | {
      readonly ok: true;
      readonly raw: Typed;
      readonly value: Pick<Sent, 'version' | 'idempotency'> & {
        readonly input: Values;
        readonly apart: Values;
        readonly documents: readonly UploadedDocument[];
      };
    }
  | Unread;

/** Reads what was posted, once. Boxes that share a name may come several times, everything else once. */
export async function readSent(request: Request, fields: readonly Field[] = []): Promise<SentForm> {
  const several = new Set(fields.filter((field) => field.kind === 'choices').map((field) => field.name));
  const files = fields.some((field) => field.kind === 'files');
  const form = await readForm(request, { files, repeatable: (name) => several.has(name) });
  if (!form.ok) {
    return {
      ok: false,
      refusals: form.refusals,
      raw: typedIn(form.typed),
      status: statusOfReading(form.refusals),
    };
  }
  const input = form.value;
  const key = input.get('key') ?? '';
  const version = input.get('version') ?? '';
  return {
    ok: true,
    raw: typedIn(input),
    value: {
      input,
      raw: typedIn(input),
      ...(/^\d{1,9}$/.test(version) ? { version: Number(version) } : {}),
      ...(/^[\w-]{8,100}$/.test(key) ? { idempotency: { key, bodyHash: hashOf(request.url, input) } } : {}),
    },
  };
}

/** What was typed into a form, whatever else is wrong with it. Files are not typed. */
export async function readTyped(request: Request): Promise<Typed> {
  const form = await readForm(request, { files: true, repeatable: () => true });
  return typedIn(form.ok ? form.value : form.typed);
}

/**
 * Reads and judges a form of fields, and keeps its files. `before` holds the documents that were uploaded earlier:
 * those whose box stayed ticked (`<name>.kept`) count as given.
 */
export async function readFields(
  door: Pick<DoorContext, 'files'>,
  request: Request,
  fields: readonly Field[],
  given: { readonly today: string; readonly before?: Values },
): Promise<CheckedForm> {
  const sent = await readSent(request, fields);
  if (!sent.ok) return sent;
  const { input, raw, ...rest } = sent.value;
  const uploads = judgeUploads(fields, input);
  const documents = { ...keptDocuments(fields, input, given.before ?? {}) };
  for (const { document } of uploads.accepted) {
    documents[document.slot] = [...(documents[document.slot] ?? []), refTo(document)];
  }
  const values = readValues(fields, input, { today: given.today, documents });
  const refusals = [
    ...uploads.refusals,
    ...(values.ok ? [] : values.refusals.filter(notTwice(uploads.refusals))),
  ];
  if (!values.ok || refusals.length > 0)
    return { ok: false, refusals, raw, status: statusOf(refusals), ...keyOf(rest) };
  const full = await keepUploads(door, uploads.accepted);
  if (full.length > 0) return { ok: false, refusals: full, raw, status: statusOf(full) };
  const { kept, apart } = splitApart(fields, values.value);
  return {
    ok: true,
    raw,
    value: { ...rest, input: kept, apart, documents: uploads.accepted.map((upload) => upload.document) },
  };
}

const keyOf = ({ idempotency }: Pick<Sent, 'idempotency'>) => (idempotency ? { idempotency } : {});

export interface Upload {
  readonly document: UploadedDocument;
  readonly bytes: Uint8Array;
}

/** The files that came for the `files` fields, each judged by its content. */
export function judgeUploads(
  fields: readonly Field[],
  input: FormInput,
): { readonly accepted: readonly Upload[]; readonly refusals: readonly FieldRefusal[] } {
  const accepted: Upload[] = [];
  const refusals: FieldRefusal[] = [];
  for (const field of fields) {
    if (field.kind !== 'files') continue;
    for (const { name, bytes, size } of input.files(field.name)) {
      const type = sniff(bytes, name);
      if (!type.ok) {
        refusals.push(
          ...type.refusals.map(({ code, params }) => ({
            field: field.name,
            code,
            params: { ...params, file: name },
          })),
        );
        continue;
      }
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      accepted.push({
        bytes,
        document: { id: ulid(), slot: field.name, name, mime: type.value.mediaType, size, sha256 },
      });
    }
  }
  return { accepted, refusals };
}

/** Puts the contents into the store; answers what could not be kept. */
export async function keepUploads(
  door: Pick<DoorContext, 'files'>,
  uploads: readonly Upload[],
): Promise<readonly FieldRefusal[]> {
  for (const { document, bytes } of uploads) {
    const stored = await door.files.put(bytes);
    if (!stored.ok) return stored.refusals.map((refusal) => ({ field: document.slot, ...refusal }));
  }
  return [];
}

const refTo = ({ id, name, sha256, size }: UploadedDocument): DocumentRef => ({ id, name, sha256, size });

/** A field whose file was refused is not also told that it is missing. */
const notTwice =
  (told: readonly FieldRefusal[]) =>
  (refusal: FieldRefusal): boolean =>
    !told.some((other) => other.field === refusal.field);

function keptDocuments(
  fields: readonly Field[],
  input: FormInput,
  before: Values,
): Record<string, readonly DocumentRef[]> {
  const kept: Record<string, readonly DocumentRef[]> = {};
  for (const field of fields) {
    const known = before[field.name];
    if (field.kind !== 'files' || !Array.isArray(known)) continue;
    const ticked = new Set(input.all(`${field.name}.kept`));
    kept[field.name] = (known as readonly unknown[]).filter(isDocument).filter(({ id }) => ticked.has(id));
  }
  return kept;
}

const isDocument = (item: unknown): item is DocumentRef =>
  typeof item === 'object' && item !== null && 'sha256' in item;

function typedIn(input: FormInput): Typed {
  const typed = new Map<string, string | readonly string[]>();
  for (const name of input.names()) {
    const texts = input.all(name);
    if (texts.length > 0) typed.set(name, texts.length === 1 ? (texts[0] ?? '') : texts);
  }
  return Object.fromEntries(typed);
}

/** SHA-256 of where it was sent and of all of it but the key, whatever its order: the same hash is the same sending. */
function hashOf(address: string, input: FormInput): string {
  const hash = createHash('sha256').update(new URL(address).pathname);
  for (const name of [...input.names()].filter((each) => each !== 'key').sort()) {
    hash.update(JSON.stringify([name, input.all(name)]));
    for (const file of input.files(name)) {
      hash.update(JSON.stringify([file.name, createHash('sha256').update(file.bytes).digest('hex')]));
    }
  }
  return hash.digest('hex');
}
