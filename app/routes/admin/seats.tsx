import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { atCenter } from '#app/components/admin/admin-page.tsx';
import { SeatsPage } from '#app/components/admin/seats-page.tsx';
import { seatFields } from '#app/domain/forms/admin-forms.ts';
import { demandCenter, doneAt, drawing, drawnAgain, judged, readAdmin } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { addSeat, renameSeat, retireSeat } from '#app/operations/admin/seats.server.ts';
import { paths } from '#app/paths.ts';
import { seatsOf } from '#db/reads/admin.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { center, centers } = await demandCenter(door, request, 'seat.edit');
  const { key, done } = drawing(request);
  return {
    title: translator(door.locale)('admin.seats.title'),
    page: {
      seats: await seatsOf(door.house.store.read, center.id),
      center: { id: center.id },
      centers,
      chosen: new URL(request.url).searchParams.get('seat'),
      idempotencyKey: key,
      done,
    },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, center } = await demandCenter(door, request, 'seat.edit');
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const here = atCenter(paths.admin('seats'), center.id);
  const edit = { ...read.asked, id: read.sent.input.get('id') ?? '', version: read.sent.version ?? 0 };
  if (read.of === 'retire' || read.of === 'back') {
    const retired = await retireSeat(door.house, { ...edit, back: read.of === 'back' });
    if (!retired.ok) return drawnAgain(read, retired.refusals);
    throw doneAt(here, 'saved');
  }
  const values = judged(door, read.sent, seatFields);
  if (!values.ok) return drawnAgain(read, values.refusals);
  const result =
    read.of === 'rename'
      ? await renameSeat(door.house, { ...edit, values: values.value })
      : await addSeat(door.house, { ...read.asked, centerId: center.id, values: values.value });
  if (!result.ok) return drawnAgain(read, result.refusals);
  throw doneAt(here, read.of === 'rename' ? 'saved' : 'seatAdded');
}

export default function SeatsRoute() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SeatsPage {...page} {...(answer ? { answer } : {})} />;
}
