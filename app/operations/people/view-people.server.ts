import { isShut, UNUSED_DAYS } from '#app/domain/people/account-state.ts';
import type { GiveableRole } from '#app/domain/people/invitation-forms.ts';
import { type GivingPlace, mayGive, rolesToGive } from '#app/domain/people/invitations.ts';
import { mayDo, mayDoSomewhere } from '#app/domain/policy/abilities.ts';
import type { Actor, GivenRole, Membership } from '#app/domain/policy/actor.ts';
import {
  allMembershipsOf,
  membersOf,
  type PersonRow,
  peoplePage,
  personById,
} from '#db/reads/accounts.server.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import type { KeysetPage, KeysetPlace } from '#db/reads/pages.server.ts';
import { secondFactorOf } from '#db/reads/second-factors.server.ts';
import type { House } from '../house.ts';
import { placeOf } from './places.server.ts';

/** Somebody in a role at a place, and what the viewer may change about it. */
export interface MemberView {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly role: GivenRole;
  readonly delegate: boolean;
  readonly since: string;
  readonly mayEnd: boolean;
  readonly mayDelegate: boolean;
}

export interface OrganizationPeople {
  readonly organization: { readonly id: string; readonly name: string };
  readonly members: readonly MemberView[];
  readonly rolesToGive: readonly GivenRole[];
}

/** The people of an organization, for its lead and the office; undefined for everyone else. */
export async function peopleOfOrganization(
  house: House,
  actor: Actor,
  organizationId: string,
): Promise<OrganizationPeople | undefined> {
  const db = house.store.read;
  const known = await placeOf(db, 'organization', organizationId);
  if (known === undefined || !mayDo(actor, 'organization.people', known.place)) return undefined;
  const rows = await membersOf(db, 'organization', organizationId);
  return {
    organization: { id: organizationId, name: known.name ?? '' },
    members: rows.map((row) => {
      const role = row.role as GivenRole;
      const mayEnd = mayGive(actor, role, known.place);
      return {
        id: row.id,
        personId: row.person_id,
        name: row.name,
        email: row.email,
        phone: row.phone,
        role,
        delegate: row.delegate === 1,
        since: row.created_at,
        mayEnd,
        mayDelegate: mayEnd && role === 'staff',
      };
    }),
    rolesToGive: rolesToGive(actor, 'organization', known.place),
  };
}

/** The people whom the actor manages: all for the administrator, those of the own centers for a director. */
export async function listPeople(
  house: House,
  actor: Actor,
  asked: KeysetPlace & { readonly q: string; readonly unused?: boolean },
): Promise<{ readonly page: KeysetPage<PersonRow>; readonly giveable: readonly GiveableRole[] } | undefined> {
  if (!mayDoSomewhere(actor, 'people.manage')) return undefined;
  const everyone = mayDo(actor, 'people.manage', 'instance');
  const centerIds = everyone ? null : centersOf(actor);
  return {
    page: await peoplePage(house.store.read, {
      ...asked,
      centerIds,
      unusedSince: asked.unused ? daysBefore(house.clock.now(), UNUSED_DAYS) : undefined,
    }),
    giveable: await giveableBy(house, actor),
  };
}

const daysBefore = (now: string, days: number): string =>
  new Date(Date.parse(now) - days * 86_400_000).toISOString();

const centersOf = (actor: Actor): readonly string[] =>
  actor.memberships.filter((m) => m.role === 'director' && m.scope === 'center').map((m) => m.scopeId);

async function giveableBy(house: House, actor: Actor): Promise<readonly GiveableRole[]> {
  const centers = await allCenters(house.store.read);
  const found = new Map<GivenRole, { id: string; name: string }[]>();
  for (const center of centers) {
    const place: GivingPlace = { centerId: center.id, regionCode: center.region_code, organizationId: null };
    for (const role of rolesToGive(actor, 'center', place))
      found.set(role, [...(found.get(role) ?? []), { id: center.id, name: center.name }]);
  }
  const nowhere: GivingPlace = { centerId: '', regionCode: '', organizationId: null };
  const wide = (['region', 'instance'] as const).flatMap((scope) =>
    rolesToGive(actor, scope, nowhere).map((role): GiveableRole => ({ role, scope, places: [] })),
  );
  return [...[...found].map(([role, places]): GiveableRole => ({ role, scope: 'center', places })), ...wide];
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  /** The last day of the account (ISO); null: no end. */
  readonly expiresOn: string | null;
  readonly isShut: boolean;
  readonly signedInAt: string | null;
  readonly hasSecondFactor: boolean;
  /** Closing it, giving it a last day, resetting its second factor, ending its sessions: never for oneself. */
  readonly mayDisable: boolean;
  readonly memberships: readonly {
    readonly id: string;
    readonly role: GivenRole;
    readonly place: string | null;
    readonly since: string;
    readonly endedAt: string | null;
    readonly mayEnd: boolean;
  }[];
}

/** One person as an administrator or a director sees them; a director only those of the own centers. */
export async function viewPerson(
  house: House,
  actor: Actor,
  personId: string,
): Promise<PersonView | undefined> {
  const db = house.store.read;
  if (!mayDoSomewhere(actor, 'people.manage')) return undefined;
  const person = await personById(db, personId);
  if (person === undefined) return undefined;
  const rows = await allMembershipsOf(db, personId);
  const everyone = mayDo(actor, 'people.manage', 'instance');
  const mine = new Set(centersOf(actor));
  if (!everyone && !rows.some((m) => m.scope === 'center' && mine.has(m.scope_id))) return undefined;
  const memberships = await Promise.all(
    rows
      .filter((m) => everyone || (m.scope === 'center' && mine.has(m.scope_id)))
      .map(async (m) => {
        const known = await placeOf(db, m.scope as Membership['scope'], m.scope_id);
        return {
          id: m.id,
          role: m.role as GivenRole,
          place: known?.name ?? null,
          since: m.created_at,
          endedAt: m.ended_at,
          mayEnd:
            m.ended_at === null && known !== undefined && mayGive(actor, m.role as GivenRole, known.place),
        };
      }),
  );
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    phone: person.phone,
    createdAt: person.created_at,
    disabledAt: person.disabled_at,
    expiresOn: person.expires_on,
    isShut: isShut(person, house.clock.now()),
    signedInAt: person.signed_in_at,
    hasSecondFactor: (await secondFactorOf(db, personId)) !== undefined,
    mayDisable: everyone && personId !== actor.personId,
    memberships,
  };
}
