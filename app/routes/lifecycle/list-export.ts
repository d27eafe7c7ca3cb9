import type { LoaderFunctionArgs } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { notFound, signedIn } from '#app/http/guarded.server.ts';
import { answerWithList, formatIn } from '#app/http/list-answer.server.ts';
import { recordsTable } from '#app/http/list-tables.server.ts';
import { askedList, withScoresFor } from '#app/http/record-list.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { exportRecords } from '#app/operations/lists/export-records.server.ts';
import { collections, isCollection, isOfCollection } from '#app/paths.ts';

export const handle = { costly: 'export', exists: isOfCollection };

/** The list of a lifecycle's records as a file: what the page shows by the same address, every page of it. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  if (!isCollection(params.collection)) throw notFound();
  const lifecycle = collections[params.collection];
  const format = formatIn(params.format);
  const asked = askedList(door, request, lifecycle);
  const { scope, filter, sort } = asked;
  const by = {
    personId: viewer.person.id,
    address: door.address,
    detail: { list: lifecycle, format, sort, ...(filter.state ? { state: filter.state } : {}) },
  };
  const table = async () => {
    const taken = await exportRecords(door.house, by, lifecycle, scope, filter);
    const rows = await withScoresFor(door, asked, taken.rows);
    const isScored = rows.some((row) => row.score !== null);
    return recordsTable(translator(door.locale), lifecycle, isScored, { ...taken, rows });
  };
  return answerWithList(table, format, door.now);
}
