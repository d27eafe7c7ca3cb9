import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { rawOfInput, type RawValues } from '#app/components/forms/raw.ts';
import type { DocumentRef, Field } from '#app/domain/forms/field.ts';
import type { FormInput } from '#app/domain/forms/form-input.ts';
import { readValues, splitApart } from '#app/domain/forms/schema.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { Asked, UploadedDocument } from '#app/operations/advance.server.ts';
import type { EventView } from '#app/operations/view/event-view.server.ts';
import { sniff } from '#app/outside/file-type.server.ts';
import type { DoorContext } from './context.ts';
import { readForm, statusOfReading } from './form-reader.server.ts';

type ReadEvent =
  | { readonly ok: true; readonly value: Pick<Asked, 'input' | 'apart' | 'documents' | 'version' | 'idempotency'>; readonly raw: RawValues }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly raw: RawValues; readonly status: number };

/**
 * Reads the posted form of an event: what was typed against the event's fields, its files judged by content and kept,
 * the key that makes a retry harmless, the version that the person saw. Nothing is written to the database here.
 */
export async function readEventForm(
  door: DoorContext,
  request: Request,
  view: Pick<EventView, 'fields' | 'today'>,
): Promise<ReadEvent> {
  const multiple = new Set(view.fields.filter((f) => f.kind === 'choices').map((f) => f.name));
  const hasFiles = view.fields.some((f) => f.kind === 'files');
  const read = await readForm(request, { files: hasFiles, repeatable: (name) => multiple.has(name) });
  if (!read.ok) return { ok: false, refusals: read.refusals, raw: rawOfInput(read.typed), status: statusOfReading(read.refusals) };
  const raw = rawOfInput(read.value);
  const uploads = await keepFiles(door, view.fields, read.value);
  const documents = Object.fromEntries(
    view.fields
      .filter((f) => f.kind === 'files')
      .map((f) => [f.name, uploads.documents.filter((d) => d.slot === f.name).map(refOf)]),
  );
  const values = readValues(view.fields, read.value, { today: view.today, documents });
  const refusals = [...uploads.refusals, ...(values.ok ? [] : values.refusals)];
  if (!values.ok || refusals.length > 0) return { ok: false, refusals, raw, status: 422 };
  const { kept, apart } = splitApart(view.fields, values.value);
  const version = Number(read.value.get('version'));
  const key = read.value.get('key') ?? '';
  return {
    ok: true,
    raw,
    value: {
      input: kept,
      ...(Object.keys(apart).length > 0 ? { apart } : {}),
      documents: uploads.documents,
      ...(Number.isSafeInteger(version) && version > 0 ? { version } : {}),
      ...(/^[\w-]{8,64}$/.test(key) ? { idempotency: { key, bodyHash: hashOf(request.url, read.value) } } : {}),
    },
  };
}

const refOf = ({ id, name, sha256, size }: UploadedDocument): DocumentRef => ({ id, name, sha256, size });

/** Files of the form's own questions, judged and kept; a file that is refused is named at its question. */
async function keepFiles(
  door: DoorContext,
  fields: readonly Field[],
  input: FormInput,
): Promise<{ documents: UploadedDocument[]; refusals: FieldRefusal[] }> {
  const documents: UploadedDocument[] = [];
  const refusals: FieldRefusal[] = [];
  for (const field of fields) {
    if (field.kind !== 'files') continue;
    for (const file of input.files(field.name)) {
      const type = sniff(file.bytes, file.name);
      if (!type.ok) {
        refusals.push(...type.refusals.map((r) => ({ ...r, field: field.name })));
        continue;
      }
      const stored = await door.files.put(file.bytes);
      if (!stored.ok) {
        refusals.push(...stored.refusals.map((r) => ({ ...r, field: field.name })));
        continue;
      }
      documents.push({
        id: ulid(),
        slot: field.name,
        name: file.name,
        mime: type.value.mediaType,
        size: stored.value.size,
        sha256: stored.value.sha256,
      });
    }
  }
  return { documents, refusals };
}

/** What was sent, without its key and version: the same again is a retry, anything else under the same key is a mistake. */
function hashOf(url: string, input: FormInput): string {
  const hash = createHash('sha256').update(new URL(url).pathname);
  for (const name of [...input.names()].sort()) {
    if (name === 'key' || name === 'version') continue;
    hash.update(JSON.stringify([name, input.all(name)]));
    for (const file of input.files(name)) hash.update(file.name).update(file.bytes);
  }
  return hash.digest('hex');
}
