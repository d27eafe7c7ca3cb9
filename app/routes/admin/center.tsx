import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AdminPage, atCenter } from '#app/components/admin/admin-page.tsx';
import { Form, rawOfValues } from '#app/components/forms/index.ts';
import { useTranslate } from '#app/components/ui/locale.tsx';
import { centerFields } from '#app/domain/forms/admin-forms.ts';
import { demandCenter, doneAt, drawing, drawnAgain, judged, readAdmin } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { editCenter } from '#app/operations/admin/edit-center.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { center, centers } = await demandCenter(door, request, 'center.edit');
  const values = {
    name: center.name,
    nameEn: center.name_en,
    address: center.address,
    phone: center.phone,
    introduction: center.introduction,
    introductionEn: center.introduction_en,
  };
  return {
    title: translator(door.locale)('admin.center.title'),
    center: { id: center.id, version: center.version },
    raw: rawOfValues(centerFields, values),
    centers,
    ...drawing(request),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, center } = await demandCenter(door, request, 'center.edit');
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const values = judged(door, read.sent, centerFields);
  if (!values.ok) return drawnAgain(read, values.refusals);
  const edited = await editCenter(door.house, {
    ...read.asked,
    id: center.id,
    version: read.sent.version ?? 0,
    values: values.value,
  });
  if (!edited.ok) return drawnAgain(read, edited.refusals);
  throw doneAt(atCenter(paths.admin('center'), center.id), 'saved');
}

export default function CenterRoute() {
  const { center, raw, centers, key, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  return (
    <AdminPage
      title={t('admin.center.title')}
      lead={t('admin.center.about')}
      done={done}
      centers={{ part: 'center', id: center.id, all: centers }}
    >
      <Form
        action={atCenter(paths.admin('center'), center.id)}
        fields={centerFields}
        values={answer?.raw ?? raw}
        errors={answer?.errors ?? []}
        idempotencyKey={key}
        version={center.version}
        submit={t('ui.button.save')}
      />
    </AdminPage>
  );
}
