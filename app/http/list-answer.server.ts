import { type ListFormat, type ListTable, listFile, listFormats } from '#app/documents/list-file.server.ts';
import { dayOf } from '#app/i18n/format.ts';
import { nextTurn, placesFor } from '#app/outside/turns.server.ts';
import { attachmentHeader } from './file-name.server.ts';
import { notFound } from './guarded.server.ts';

/** The form of a file that an address names; there is no other (404, thrown). */
export function formatIn(named: string | undefined): ListFormat {
  const format = listFormats.find((one) => one === named);
  if (format === undefined) throw notFound();
  return format;
}

/** Files that are made at the same time: each holds its rows in memory until it is whole. */
const making = placesFor(2);

/** A list as a file to be saved, named after the day; the table is asked for when its turn has come. */
export async function answerWithList(
  table: () => Promise<ListTable>,
  format: ListFormat,
  now: string,
): Promise<Response> {
  const file = await making.take(async () => listFile(await table(), format, dayOf(now), nextTurn));
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': attachmentHeader(file.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
