import { documentFields } from '#app/domain/forms/application-form.ts';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { maskAddress, maskEmail, maskName, maskPhone } from '#app/domain/masking.ts';
import type { LifeLine, OrganizationFacts, OrganizationView } from '#app/domain/organization-view.ts';
import type { Actor, GivenRole, Subject } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { paths } from '#app/paths.ts';
import type { Connection } from '#db/connection.server.ts';
import { type LifeRecord, lifeOf, namedOn, papersOf } from '#db/reads/register.server.ts';
import { seatOf } from '#db/reads/seats.server.ts';
import type { House } from '../house.ts';
import { accessOrganization, type OrganizationRow, registerReaders } from './register-access.server.ts';

/** Papers that an organization hands in with an application, of all tracks: others are reached through their record. */
const paperSlots = [
  ...new Set(
    (['registered', 'recorded', 'unregistered'] as const).flatMap(documentFields).map((f) => f.name),
  ),
];

/** An organization's page for this reader, or undefined when there is none for them. */
export async function viewOrganization(
  house: House,
  actor: Actor,
  id: string,
): Promise<OrganizationView | undefined> {
  const db = house.store.read;
  const access = await accessOrganization(db, actor, id);
  if (access === undefined) return undefined;
  const { organization, unmasked } = access;
  const records = await readableOf(db, actor, await lifeOf(db, id));
  const life = records.map(lineOf);
  const applications = records.filter((r) => r.lifecycle === 'application').map((r) => r.row.id);
  const seat = await seatOf(db, id);
  return {
    id,
    name: organization.name,
    standing: organization.standing,
    masked: !unmasked,
    mayEdit: access.mayEdit,
    mayManagePeople: access.roles.includes('lead'),
    mayOpenRegister: access.roles.some((role) => (registerReaders as readonly string[]).includes(role)),
    facts: factsOf(organization, unmasked),
    seat: seat ? { code: seat.code, room: seat.room, status: seat.status } : null,
    life,
    nextDue: nearest(life),
    papers: (await papersOf(db, applications, paperSlots)).map((p) => ({
      id: p.id,
      slot: p.slot,
      name: p.name,
      size: p.size,
      uploadedAt: p.uploaded_at,
    })),
  };
}

/** The records that this reader may open. For the policy it is enough to know where they themselves are named. */
async function readableOf(
  db: Connection,
  actor: Actor,
  records: readonly LifeRecord[],
): Promise<readonly LifeRecord[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const named = await namedOn(
    db,
    personId,
    records.map(({ row }) => row.id),
  );
  return records.filter(({ lifecycle: name, row, regionCode }) => {
    const lifecycle = lifecycles[name];
    const here = named.filter((one) => one.lifecycle === name && one.record_id === row.id);
    const subject: Subject = {
      centerId: row.center_id,
      regionCode,
      organizationId: row.organization_id,
      assigned: here.map(({ role }) => ({ role: role as GivenRole, personId })),
      recused: here.some(({ role }) => role === 'recused') ? [personId] : [],
    };
    return lifecycle !== undefined && mayRead(actor, lifecycle, subject);
  });
}

function lineOf({ lifecycle: name, row }: LifeRecord): LifeLine {
  const lifecycle = lifecycles[name];
  const ended = lifecycle !== undefined && isFinal(lifecycle, row.state);
  return {
    lifecycle: name,
    id: row.id,
    href: paths.record(name, row.id),
    number: row.number,
    kind: row.kind,
    state: row.state,
    tone: lifecycle?.tones[row.state] ?? 'neutral',
    ended,
    began: row.created_at,
    since: row.state_since,
    due: ended ? null : row.due_at,
  };
}

const nearest = (life: readonly LifeLine[]): LifeLine | null =>
  life
    .filter((line) => line.due !== null)
    .reduce<LifeLine | null>(
      (first, line) => (first === null || (line.due ?? '') < (first.due ?? '') ? line : first),
      null,
    );

function factsOf(o: OrganizationRow, unmasked: boolean): OrganizationFacts {
  const shown = (value: string | null, mask: (text: string) => string) =>
    value === null || unmasked ? value : mask(value);
  return {
    registrationType: o.registration_type,
    uscc: o.uscc,
    recordNo: o.record_no,
    stage: o.stage,
    communityKind: o.community_kind,
    fields: JSON.parse(o.fields) as readonly string[],
    community: o.community,
    foundedOn: o.founded_on,
    address: shown(o.address, maskAddress),
    scope: o.scope,
    personName: shown(o.person_name, maskName),
    phone: shown(o.phone, maskPhone),
    email: shown(o.email, maskEmail),
    partyStatus: o.party_status,
    creditFlag: o.credit_flag,
    rating: o.rating,
    fullTime: o.staff_full_time,
    socialWorkers: o.social_workers,
    volunteers: o.volunteers,
    joinedOn: o.joined_on,
    barredUntil: o.barred_until,
  };
}
