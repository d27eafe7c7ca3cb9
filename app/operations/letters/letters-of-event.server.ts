import { type LetterName, letterId, lettersFrom } from '#app/domain/letters/kinds.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { roles as allRoles, rolesToward } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { movesAt } from '#db/reads/history.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import type { House } from '../house.ts';
import { subjectOf } from '../subject-for.server.ts';

/** The letters that an event of which somebody is told gave rise to, as far as that person may read them now. */
export async function lettersOfEvent(
  house: House,
  told: {
    readonly lifecycle: string;
    readonly record_id: string;
    readonly event: string;
    readonly at: string;
    readonly person_id: string;
  },
): Promise<readonly { readonly name: LetterName; readonly id: string }[]> {
  const db = house.store.read;
  const lifecycle = told.lifecycle as LifecycleName;
  const moves = (await movesAt(db, lifecycle, told.record_id, told.event, told.at)).map((m) => ({
    number: m.number,
    happened: { event: m.event, from: m.from_state, to: m.to_state },
  }));
  if (!moves.some((m) => lettersFrom(lifecycle, m.happened, allRoles).length > 0)) return [];
  const record = await loadRecord(db, lifecycle, told.record_id);
  if (record === undefined) return [];
  const actor = {
    personId: told.person_id,
    name: '',
    memberships: await membershipsOf(db, told.person_id),
  };
  const subject = subjectOf(lifecycle, record);
  if (!mayRead(actor, lifecycleNamed(lifecycle), subject)) return [];
  const held = rolesToward(actor, subject);
  return moves.flatMap((m) =>
    lettersFrom(lifecycle, m.happened, held).map((name) => ({ name, id: letterId(name, m.number) })),
  );
}
