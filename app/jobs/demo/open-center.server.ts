import { addDays } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { DEMO_DOMAIN } from '#app/domain/people/demo-account.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Result } from '#app/domain/refusal.ts';
import { createCall, publishCall } from '#app/operations/admin/calls.server.ts';
import { createCenter } from '#app/operations/admin/create-center.server.ts';
import { enterPeople } from '#app/operations/demo/enter-people.server.ts';
import type { House } from '#app/operations/house.ts';
import { type CallKey, demoCalls, demoCenter } from './cast/center.ts';
import { type CastPerson, staffCast } from './cast/people.ts';
import type { Days } from './days.ts';

/** The region whose civil affairs office supervises the center: Xiangcheng county (襄城县). */
const county = '411025';

/** Creates the center with its program, rubrics, working days and seats; answers its id. */
export const openCenter = (house: House): Promise<string> => createCenter(house, demoCenter);

const scopeOf = ({ scope }: CastPerson, centerId: string): string =>
  scope === 'center' ? centerId : scope === 'region' ? county : '*';

/** Makes the accounts of those who work at the center and around it; answers their ids by their short names. */
export async function openAccounts(
  house: House,
  centerId: string,
  passwordHash: string,
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const ids = await enterPeople(
    house,
    passwordHash,
    staffCast.map((person) => ({
      email: person.key + (person.played ? DEMO_DOMAIN : '@center.example'),
      name: person.name,
      roles: [{ role: person.role, scope: person.scope, scopeId: scopeOf(person, centerId) }],
    })),
  );
  return new Map(staffCast.map((person, i) => [person.key, { id: ids[i] as string, name: person.name }]));
}

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusals.map((r) => r.code).join(', '));
  return result.value;
};

/** The first and the last day of a call. The one that is open has had time for its reviews. */
export function daysOfCall(
  days: Days,
  key: CallKey,
): { readonly opensOn: string; readonly closesOn: string | null } {
  const { opensAgo, closesAgo } = demoCalls[key];
  const opensOn = key === 'current' ? days.workingDaysAgo(opensAgo) : days.daysAgo(opensAgo);
  return { opensOn, closesOn: closesAgo === null ? null : addDays(days.lastDay, -closesAgo) };
}

/** The director prepares and publishes a call, before its first day; answers its id. */
export async function openCallFor(
  house: House,
  asked: { readonly centerId: string; readonly director: Actor; readonly days: Days; readonly key: CallKey },
): Promise<string> {
  const { centerId, director, days, key } = asked;
  const { title, summary, quota } = demoCalls[key];
  const { opensOn, closesOn } = daysOfCall(days, key);
  const program = await house.store.read
    .selectFrom('program')
    .select('id')
    .where('center_id', '=', centerId)
    .executeTakeFirstOrThrow();
  const values: Values = {
    title: title(Number(opensOn.slice(0, 4))),
    summary,
    programId: program.id,
    opensOn,
    ...(closesOn === null ? {} : { closesOn }),
    ...(quota === null ? {} : { quota }),
  };
  const by = { actor: director, requestId: 'demo', address: '' };
  const { id } = must(await createCall(house, { ...by, centerId, values }));
  must(await publishCall(house, { ...by, id, version: 1 }));
  return id;
}
