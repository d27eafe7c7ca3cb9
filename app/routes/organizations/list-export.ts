import type { LoaderFunctionArgs } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { signedIn } from '#app/http/guarded.server.ts';
import { answerWithList, formatIn } from '#app/http/list-answer.server.ts';
import { registerTable } from '#app/http/list-tables.server.ts';
import { askedRegister } from '#app/http/register-list.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { exportRegister } from '#app/operations/lists/export-records.server.ts';

export const handle = { costly: 'export' };

/** The register of organizations (社会组织台账) as a file: what the page shows by the same address, every page of it. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const format = formatIn(params.format);
  const { scope, filters } = await askedRegister(door, request);
  const { standing, type, community } = filters;
  const by = {
    personId: viewer.person.id,
    address: door.address,
    detail: { list: 'organization', format, standing, type, community },
  };
  const table = async () =>
    registerTable(translator(door.locale), await exportRegister(door.house, by, scope, filters));
  return answerWithList(table, format, door.now);
}
