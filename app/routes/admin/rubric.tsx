import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RubricPage } from '#app/components/admin/rubric-page.tsx';
import { validateRubric } from '#app/domain/rubrics.ts';
import { demandOwned, doneAt, drawing, drawnAgain, judged, readAdmin } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { notFound } from '#app/http/guarded.server.ts';
import { editedBy, editedByButton, formOf, rubricForms } from '#app/http/rubric-form.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { copyRubric, editRubric, publishRubric } from '#app/operations/admin/rubrics.server.ts';
import { paths } from '#app/paths.ts';
import { newestPublishedOf, rubricVersionById, rubricVersionsOf } from '#db/reads/admin-rubrics.server.ts';

const demandRubric = (door: DoorContext, request: Request, id = '') =>
  demandOwned(door, request, 'rubric.edit', () => rubricVersionById(door.house.store.read, id));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { thing: stored } = await demandRubric(door, request, params.id);
  const search = new URL(request.url).searchParams;
  const draft = stored.published_at === null;
  const wanted = ['head', 'dimension', 'item'].some((name) => search.has(name));
  const forms = draft ? rubricForms(stored.content, search) : [];
  if (wanted && forms.length === 0) throw notFound();
  const versions = await rubricVersionsOf(door.house.store.read, stored.center_id);
  return {
    title: translator(door.locale).words(stored.content),
    view: {
      id: stored.id,
      centerId: stored.center_id,
      rubric: stored.content,
      publishedAt: stored.published_at,
      inUse: newestPublishedOf(versions, stored.rubric)?.id === stored.id,
      seen: stored.edited_at,
      wrong: draft ? validateRubric(stored.content) : [],
      forms,
      ...drawing(request),
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, thing: stored } = await demandRubric(door, request, params.id);
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const { input } = read.sent;
  const asked = { ...read.asked, id: stored.id, seen: input.get('seen') ?? '' };
  const part = input.get('part') ?? '';
  const here = paths.adminItem('rubrics', stored.id);

  if (read.of === 'copy' || read.of === 'publish') {
    const result = await (read.of === 'copy' ? copyRubric : publishRubric)(door.house, asked);
    if (!result.ok) return drawnAgain(read, result.refusals);
    throw doneAt(
      paths.adminItem('rubrics', result.value.id),
      read.of === 'copy' ? 'rubricCopied' : 'rubricPublished',
    );
  }
  const pressed = editedByButton(read.of, part);
  if (pressed) {
    const result = await editRubric(door.house, { ...asked, edit: pressed });
    if (!result.ok) return drawnAgain(read, result.refusals);
    throw doneAt(here, 'saved');
  }
  const form = formOf(stored.content, read.of, part);
  if (form === undefined) throw notFound();
  const values = judged(door, read.sent, form.fields);
  if (!values.ok) return drawnAgain(read, values.refusals);
  const result = await editRubric(door.house, { ...asked, edit: editedBy(read.of, part, values.value) });
  if (!result.ok) return drawnAgain(read, result.refusals);
  throw doneAt(read.of === 'kind' ? `${here}?item=${part}` : here, 'saved');
}

export default function RubricRoute() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RubricPage view={view} {...(answer ? { answer } : {})} />;
}
