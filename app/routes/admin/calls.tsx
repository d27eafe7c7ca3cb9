import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AdminPage, atCenter, usePartCrumb } from '#app/components/admin/admin-page.tsx';
import { CallsPage } from '#app/components/admin/calls-page.tsx';
import { Form } from '#app/components/forms/index.ts';
import { useTranslate } from '#app/components/ui/locale.tsx';
import { callFields } from '#app/domain/forms/admin-forms.ts';
import { demandCenter, doneAt, drawing, drawnAgain, judged, readAdmin } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { createCall } from '#app/operations/admin/calls.server.ts';
import { paths } from '#app/paths.ts';
import { callsOf, programsOf } from '#db/reads/admin.server.ts';

const programsOfCenter = async (door: DoorContext, centerId: string) =>
  (await programsOf(door.house.store.read, centerId)).map(({ id, name }) => ({ id, name }));

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { center, centers } = await demandCenter(door, request, 'call.edit');
  const asNew = new URL(request.url).searchParams.has('new');
  const programs = await programsOfCenter(door, center.id);
  return {
    title: translator(door.locale)(asNew ? 'admin.calls.new' : 'admin.calls.title'),
    asNew,
    calls: await callsOf(door.house.store.read, center.id),
    programs,
    center: { id: center.id },
    centers,
    ...drawing(request),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, center } = await demandCenter(door, request, 'call.edit');
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const values = judged(door, read.sent, callFields(await programsOfCenter(door, center.id)));
  if (!values.ok) return drawnAgain(read, values.refusals);
  const made = await createCall(door.house, { ...read.asked, centerId: center.id, values: values.value });
  if (!made.ok) return drawnAgain(read, made.refusals);
  throw doneAt(paths.adminItem('calls', made.value.id), 'callCreated');
}

export default function CallsRoute() {
  const { asNew, calls, programs, center, centers, key, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  const crumb = usePartCrumb('calls', center.id);
  if (!asNew && !answer) return <CallsPage calls={calls} center={center} centers={centers} done={done} />;
  const only = programs.length === 1 ? programs[0]?.id : undefined;
  return (
    <AdminPage title={t('admin.calls.new')} lead={t('admin.calls.newLead')} crumbs={[crumb]}>
      <Form
        action={`${atCenter(paths.admin('calls'), center.id)}&new=1`}
        fields={callFields(programs)}
        values={answer?.raw ?? (only ? { programId: only } : {})}
        errors={answer?.errors ?? []}
        idempotencyKey={key}
        submit={t('admin.calls.create')}
        secondary={<a href={crumb.href}>{t('ui.button.cancel')}</a>}
      />
    </AdminPage>
  );
}
