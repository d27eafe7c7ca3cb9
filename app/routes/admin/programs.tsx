import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AdminPage, atCenter, usePartCrumb } from '#app/components/admin/admin-page.tsx';
import { ProgramForm, ProgramsPage } from '#app/components/admin/programs-page.tsx';
import { rawOfValues } from '#app/components/forms/index.ts';
import { useTranslate } from '#app/components/ui/locale.tsx';
import { programFields, programValues } from '#app/domain/forms/program-form.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { demandCenter, doneAt, drawing, drawnAgain, judged, readAdmin } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { createProgram } from '#app/operations/admin/programs.server.ts';
import { paths } from '#app/paths.ts';
import { programsOf } from '#db/reads/admin.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { center, centers } = await demandCenter(door, request, 'program.edit');
  const asNew = new URL(request.url).searchParams.has('new');
  const t = translator(door.locale);
  return {
    title: t(asNew ? 'admin.programs.new' : 'admin.programs.title'),
    asNew,
    programs: await programsOf(door.house.store.read, center.id),
    raw: rawOfValues(programFields, programValues('', settingsWith())),
    center: { id: center.id },
    centers,
    ...drawing(request),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, center } = await demandCenter(door, request, 'program.edit');
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const values = judged(door, read.sent, programFields);
  if (!values.ok) return drawnAgain(read, values.refusals);
  const made = await createProgram(door.house, { ...read.asked, centerId: center.id, values: values.value });
  if (!made.ok) return drawnAgain(read, made.refusals);
  throw doneAt(atCenter(paths.admin('programs'), center.id), 'programCreated');
}

export default function ProgramsRoute() {
  const { asNew, programs, raw, center, centers, key, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  const crumb = usePartCrumb('programs', center.id);
  if (!asNew && !answer)
    return <ProgramsPage programs={programs} center={center} centers={centers} done={done} />;
  return (
    <AdminPage title={t('admin.programs.new')} crumbs={[crumb]}>
      <ProgramForm
        action={`${atCenter(paths.admin('programs'), center.id)}&new=1`}
        idempotencyKey={key}
        values={answer?.raw ?? raw}
        errors={answer?.errors ?? []}
      />
    </AdminPage>
  );
}
