import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DoorsPage, FirstCenterPage } from '#app/components/admin/doors-page.tsx';
import { newCenterFields } from '#app/domain/forms/admin-forms.ts';
import { mayDo } from '#app/domain/policy/abilities.ts';
import { demandInstance, drawing, drawnAgain, judged, readAdmin } from '#app/http/admin-door.server.ts';
import { adminDoors } from '#app/http/admin-doors.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { notFound, signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { openFirstCenter } from '#app/operations/admin/open-first-center.server.ts';
import { paths } from '#app/paths.ts';
import { allCenters } from '#db/reads/centers.server.ts';

export const handle = { narrow: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { actor } = signedIn(door, request);
  const centers = await allCenters(door.house.store.read);
  const first = centers.length === 0 && mayDo(actor, 'center.create', 'instance');
  const doors = await adminDoors(door, actor, centers);
  if (!first && doors.business.length + doors.system.length === 0) throw notFound();
  const t = translator(door.locale);
  return { title: t(first ? 'admin.first.title' : 'nav.admin'), first, doors, ...drawing(request) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = demandInstance(door, request, 'center.create');
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const values = judged(door, read.sent, newCenterFields);
  if (!values.ok) return drawnAgain(read, values.refusals);
  const opened = await openFirstCenter(door.house, { ...read.asked, values: values.value });
  if (!opened.ok) return drawnAgain(read, opened.refusals);
  throw redirect(paths.admin('people'), 303);
}

export default function AdminRoute() {
  const { first, doors, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (first)
    return <FirstCenterPage idempotencyKey={key} errors={answer?.errors ?? []} raw={answer?.raw ?? {}} />;
  return <DoorsPage {...doors} />;
}
