import type { Actor } from '#app/domain/policy/actor.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { organizationsLedBy } from '#db/reads/accounts.server.ts';
import { callToApplyFor, liveRecordOf } from '#db/reads/starting.server.ts';
import { newKey } from '../engine/idempotency.server.ts';
import type { House } from '../house.ts';
import { callRefusal } from './begin-draft.server.ts';

/** What the page that begins an application says. */
export interface CallDoor {
  readonly call: {
    readonly id: string;
    readonly title: string;
    readonly opensAt: string;
    readonly closesAt: string | null;
    readonly centerName: string;
    readonly centerPhone: string;
  };
  /** Why nothing can be begun now; null when it can. */
  readonly closed: Refusal | null;
  /** The organizations of this center that the viewer leads, each with the record that is under way. */
  readonly organizations: readonly {
    readonly id: string;
    readonly name: string;
    readonly live: { readonly lifecycle: 'application' | 'incubation'; readonly id: string } | null;
  }[];
  readonly key: string;
}

/** The door of a call for this viewer, or undefined when there is no such call. */
export async function openCall(house: House, actor: Actor, callId: string): Promise<CallDoor | undefined> {
  const db = house.store.read;
  const call = await callToApplyFor(db, callId);
  if (call === undefined) return undefined;
  const led = actor.personId === null ? [] : await organizationsLedBy(db, actor.personId);
  const organizations = await Promise.all(
    led
      .filter((each) => each.center_id === call.center_id)
      .map(async ({ id, name }) => ({ id, name, live: (await liveRecordOf(db, id)) ?? null })),
  );
  return {
    call: {
      id: call.id,
      title: call.title,
      opensAt: call.opens_at,
      closesAt: call.closes_at,
      centerName: call.center_name,
      centerPhone: call.center_phone,
    },
    closed: callRefusal(call, house.clock.now()) ?? null,
    organizations,
    key: newKey(),
  };
}
