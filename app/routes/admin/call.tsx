import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CallPage } from '#app/components/admin/call-page.tsx';
import { callFields, extensionFields } from '#app/domain/forms/admin-forms.ts';
import {
  demandOwned,
  doneAt,
  drawing,
  drawnAgain,
  judged,
  readAdmin,
  todayAt,
} from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { dayOf } from '#app/i18n/format.ts';
import { closeCall, editCall, publishCall } from '#app/operations/admin/calls.server.ts';
import { paths } from '#app/paths.ts';
import { applicationsOfCall, programsOf } from '#db/reads/admin.server.ts';
import { callById } from '#db/reads/calls.server.ts';

const demandCall = (door: DoorContext, request: Request, id = '') =>
  demandOwned(door, request, 'call.edit', () => callById(door.house.store.read, id));

async function viewOf(door: DoorContext, call: NonNullable<Awaited<ReturnType<typeof callById>>>) {
  const db = door.house.store.read;
  const applications = await applicationsOfCall(db, call.id);
  const programs = (await programsOf(db, call.center_id)).map(({ id, name }) => ({ id, name }));
  const bound = call.published_at !== null && applications > 0;
  const fields = bound ? extensionFields(todayAt(door)) : callFields(programs);
  return { applications, bound, fields, program: programs.find((p) => p.id === call.program_id)?.name ?? '' };
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { thing: call } = await demandCall(door, request, params.id);
  const closesOn =
    call.closes_at === null ? '' : dayOf(new Date(Date.parse(call.closes_at) - 1).toISOString());
  return {
    title: call.title,
    call,
    ...(await viewOf(door, call)),
    raw: {
      title: call.title,
      summary: call.summary,
      programId: call.program_id,
      opensOn: dayOf(call.opens_at),
      closesOn,
      quota: call.quota === null ? '' : String(call.quota),
    },
    closing: new URL(request.url).searchParams.has('close'),
    ...drawing(request),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, thing: call } = await demandCall(door, request, params.id);
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const asked = { ...read.asked, id: call.id, version: read.sent.version ?? 0 };
  const here = paths.adminItem('calls', call.id);
  if (read.of === 'publish' || read.of === 'close') {
    const result = await (read.of === 'publish' ? publishCall : closeCall)(door.house, asked);
    if (!result.ok) return drawnAgain(read, result.refusals);
    throw doneAt(here, read.of === 'publish' ? 'callPublished' : 'callClosed');
  }
  const values = judged(door, read.sent, (await viewOf(door, call)).fields);
  if (!values.ok) return drawnAgain(read, values.refusals);
  const edited = await editCall(door.house, { ...asked, values: values.value });
  if (!edited.ok) return drawnAgain(read, edited.refusals);
  throw doneAt(here, 'saved');
}

export default function CallRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CallPage view={view} {...(answer ? { answer } : {})} />;
}
