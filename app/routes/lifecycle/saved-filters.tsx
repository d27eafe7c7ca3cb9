import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SavedFiltersPage } from '#app/components/lifecycle/saved-filters-page.tsx';
import { readValues } from '#app/domain/forms/schema.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { filterIn, filterText, isFilteredList, savedFilterFields } from '#app/domain/saved-filters.ts';
import { todayAt } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { notFound, signedIn, statusOf } from '#app/http/guarded.server.ts';
import { askedList } from '#app/http/record-list.server.ts';
import { askedRegister } from '#app/http/register-list.server.ts';
import { savedFiltersAt } from '#app/http/saved-filters.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { newKey } from '#app/operations/engine/idempotency.server.ts';
import { dropFilter, saveFilter } from '#app/operations/lists/saved-filters.server.ts';
import { listAddress, paths } from '#app/paths.ts';

export const handle = { narrow: true };

/** Whose filters of which list; a list that is not for this person has none (404, thrown). */
async function asked({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const { list } = params;
  if (!isFilteredList(list)) throw notFound();
  if (list === 'organization') await askedRegister(door, request);
  else askedList(door, request, list);
  return { door, list, personId: viewer.person.id, url: new URL(request.url) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { door, list, personId, url } = await asked(args);
  const t = translator(door.locale);
  const { links } = await savedFiltersAt(door, personId, list, url);
  const query = filterText(list, url.searchParams);
  return {
    title: t('savedFilter.title'),
    view: {
      list,
      listTitle:
        list === 'organization'
          ? t('organization.register')
          : (t.maybe(`${list}.list`) ?? t.maybe(`${list}.title`) ?? list),
      links: links.map(({ id, name, href, filter }) => ({
        id,
        name,
        href,
        parts: filterIn(list, new URLSearchParams(filter)),
      })),
      asked: query === '' ? null : { query, parts: filterIn(list, url.searchParams) },
      idempotencyKey: newKey(),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { door, list, personId, url } = await asked(args);
  const sent = await readSent(args.request);
  if (!sent.ok) return json({ errors: sent.refusals, raw: sent.raw }, { status: sent.status });
  const { input, raw } = sent.value;
  if (input.get('intent') === 'drop') {
    await dropFilter(door.house, { personId, list }, input.get('id') ?? '');
    throw redirect(paths.savedFilters(list), 303);
  }
  const values = readValues(savedFilterFields, input, { today: todayAt(door) });
  const saved = values.ok
    ? await saveFilter(
        door.house,
        { personId, list },
        { name: textOf(values.value, 'name'), query: url.searchParams },
      )
    : values;
  if (!saved.ok) return json({ errors: saved.refusals, raw }, { status: statusOf(saved.refusals) });
  throw redirect(`${listAddress(list)}?${saved.value.query}`, 303);
}

export default function SavedFiltersRoute() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SavedFiltersPage view={view} {...(answer ? { answer } : {})} />;
}
