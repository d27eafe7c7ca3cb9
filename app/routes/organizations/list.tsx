import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type RegisterLine, RegisterPage } from '#app/components/organizations/register-page.tsx';
import { maskName, maskPhone } from '#app/domain/masking.ts';
import type { DoorContext } from '#app/http/context.ts';
import { signedIn } from '#app/http/guarded.server.ts';
import { exportAddresses } from '#app/http/record-list.server.ts';
import { askedRegister } from '#app/http/register-list.server.ts';
import { savedFiltersAt } from '#app/http/saved-filters.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { communitiesOf, type RegisterRow, registerPage } from '#db/reads/register.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  signedIn(door, request);
  const db = door.house.store.read;
  const { viewer, scope, place, filters } = await askedRegister(door, request);
  const url = new URL(request.url);
  const page = await registerPage(db, scope, { ...filters, ...place.keyset });
  return {
    title: translator(door.locale)('organization.register'),
    ...filters,
    communities: await communitiesOf(db, scope.centerIds),
    rows: page.rows.map(lineOf),
    ...place.neighbours(page),
    exports: exportAddresses(url),
    saved: await savedFiltersAt(door, viewer.person.id, 'organization', url),
    mayImport: viewer.actor.memberships.some((m) => m.role === 'manager' || m.role === 'director'),
  };
}

/** People's names and numbers are masked in lists, for everyone: the page of one organization shows them to whom it may. */
const lineOf = (row: RegisterRow): RegisterLine => ({
  id: row.id,
  name: row.name,
  registrationType: row.registration_type,
  code: row.uscc ?? row.record_no,
  community: row.community,
  standing: row.standing,
  personName: row.person_name && maskName(row.person_name),
  phone: row.phone && maskPhone(row.phone),
  joinedOn: row.joined_on,
});

export default function OrganizationsRoute() {
  return <RegisterPage view={useLoaderData<typeof loader>()} />;
}
