import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { rawOfValues } from '#app/components/forms/index.ts';
import { OrganizationEdit } from '#app/components/organizations/organization-edit.tsx';
import { OrganizationPage } from '#app/components/organizations/organization-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { readFields } from '#app/http/form.server.ts';
import { notFound, signedIn, statusOf } from '#app/http/guarded.server.ts';
import { openRegisterForm } from '#app/operations/organizations/open-register-form.server.ts';
import { updateOrganization } from '#app/operations/organizations/update-organization.server.ts';
import { viewOrganization } from '#app/operations/organizations/view-organization.server.ts';
import { paths } from '#app/paths.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const id = params.id ?? '';
  const asked = new URL(request.url).searchParams;
  if (asked.has('edit')) {
    const form = await openRegisterForm(door.house, viewer.actor, id);
    if (form === undefined) throw notFound();
    const { values, ...edit } = form;
    return {
      title: form.name,
      view: null,
      saved: false,
      edit: { ...edit, raw: rawOfValues(form.fields, values) },
    };
  }
  const view = await viewOrganization(door.house, viewer.actor, id);
  if (view === undefined) throw notFound();
  return { title: view.name, view, saved: asked.has('saved'), edit: null };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const form = await openRegisterForm(door.house, viewer.actor, params.id ?? '');
  if (form === undefined) throw notFound();
  const read = await readFields(door, request, form.fields, { today: form.today });
  if (!read.ok) return json({ errors: read.refusals, raw: read.raw }, { status: read.status });
  const { input, version, idempotency } = read.value;
  const result = await updateOrganization(door.house, {
    id: form.id,
    values: input,
    version: version ?? 0,
    actor: viewer.actor,
    address: door.address,
    ...(idempotency ? { idempotency } : {}),
  });
  if (!result.ok)
    return json({ errors: result.refusals, raw: read.raw }, { status: statusOf(result.refusals) });
  throw redirect(`${paths.organization(form.id)}?saved=1`, 303);
}

export default function OrganizationRoute() {
  const { view, saved, edit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (edit)
    return <OrganizationEdit view={edit} errors={answer?.errors ?? []} raw={answer?.raw ?? edit.raw} />;
  return view && <OrganizationPage view={view} saved={saved} />;
}
