import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SecuritySettingsPage } from '#app/components/admin/security-settings-page.tsx';
import { rawOfValues } from '#app/components/forms/raw.ts';
import { securityFields } from '#app/domain/people/security-settings.ts';
import {
  demandInstance,
  doneAt,
  drawing,
  drawnAgain,
  judged,
  readAdmin,
} from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import {
  changeSecuritySettings,
  securityChanges,
  valuesOfSecurity,
} from '#app/operations/admin/security-settings.server.ts';
import { paths } from '#app/paths.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';

export const handle = { narrow: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  demandInstance(door, request, 'security.edit');
  const settings = await securitySettings(door.house.store.read);
  return {
    title: translator(door.locale)('admin.security-settings.title'),
    raw: rawOfValues(securityFields, valuesOfSecurity(settings)),
    version: settings.version,
    changes: await securityChanges(door.house),
    ...drawing(request),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = demandInstance(door, request, 'security.edit');
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const values = judged(door, read.sent, securityFields);
  if (!values.ok) return drawnAgain(read, values.refusals);
  const version = read.sent.version ?? -1;
  const changed = await changeSecuritySettings(door.house, { ...read.asked, version, values: values.value });
  if (!changed.ok) return drawnAgain(read, changed.refusals);
  throw doneAt(paths.admin('security-settings'), 'saved');
}

export default function SecuritySettingsRoute() {
  const { key, ...view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SecuritySettingsPage
      {...view}
      idempotencyKey={key}
      done={answer ? null : view.done}
      raw={answer?.raw ?? view.raw}
      errors={answer?.errors ?? []}
    />
  );
}
