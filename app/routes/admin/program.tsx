import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AdminPage, usePartCrumb } from '#app/components/admin/admin-page.tsx';
import { ProgramForm } from '#app/components/admin/programs-page.tsx';
import { rawOfValues } from '#app/components/forms/index.ts';
import { programFields, programValues } from '#app/domain/forms/program-form.ts';
import { demandOwned, doneAt, drawing, drawnAgain, judged, readAdmin } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { editProgram } from '#app/operations/admin/programs.server.ts';
import { paths } from '#app/paths.ts';
import { programById } from '#db/reads/admin.server.ts';

export const handle = { narrow: true };

const demandProgram = (door: DoorContext, request: Request, id = '') =>
  demandOwned(door, request, 'program.edit', () => programById(door.house.store.read, id));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { thing: program } = await demandProgram(door, request, params.id);
  return {
    title: program.name,
    program: { id: program.id, name: program.name, version: program.version, centerId: program.center_id },
    raw: rawOfValues(programFields, programValues(program.name, program.settings)),
    ...drawing(request),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, thing: program } = await demandProgram(door, request, params.id);
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const values = judged(door, read.sent, programFields);
  if (!values.ok) return drawnAgain(read, values.refusals);
  const edited = await editProgram(door.house, {
    ...read.asked,
    id: program.id,
    version: read.sent.version ?? 0,
    values: values.value,
  });
  if (!edited.ok) return drawnAgain(read, edited.refusals);
  throw doneAt(paths.adminItem('programs', program.id), 'saved');
}

export default function ProgramRoute() {
  const { program, raw, key, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumb = usePartCrumb('programs', program.centerId);
  return (
    <AdminPage title={program.name} crumbs={[crumb]} done={done}>
      <ProgramForm
        action={paths.adminItem('programs', program.id)}
        idempotencyKey={key}
        version={program.version}
        values={answer?.raw ?? raw}
        errors={answer?.errors ?? []}
      />
    </AdminPage>
  );
}
