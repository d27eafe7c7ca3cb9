import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { GivenRole } from '#app/domain/policy/actor.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { peopleInRoles } from '#db/reads/people.server.ts';
import { insertNotifications, insertOutbox } from '#db/writes/engine.server.ts';
import type { Sent } from './move.server.ts';
import type { Held, Work } from './work.ts';

/** Tells whoever an event concerns: in the application at once, and by mail through the outbox. Never the one who sent it. */
export async function tellPeople(work: Work, record: Held, sent: Sent): Promise<void> {
  const lifecycle = lifecycleNamed(record.lifecycle);
  if (lifecycle.quiet?.includes(sent.event)) return;
  // Handed over with its incubation: who that concerns was told there, once.
  if (sent.event === 'reassign' && sent.by.role === 'system') return;
  const waiting = lifecycle.waits(record.row.state, record.context);
  const roles = new Set<GivenRole>([
    ...(lifecycle.events[sent.event]?.tells ?? []),
    ...(sent.by.role === 'clock' || sent.by.role === 'system' ? (['lead', 'manager'] as const) : []),
    ...waiting.filter((w) => w.personId === undefined).map((w) => w.role),
  ]);
  const named = waiting.flatMap((w) => (w.personId === undefined ? [] : [w.personId]));
  const people = await peopleInRoles(work.trx, [...roles], {
    centerId: record.row.center_id,
    organizationId: record.row.organization_id,
    regionCode: record.regionCode,
    lifecycle: record.lifecycle,
    recordId: record.row.id,
  });
  const told = [...new Set([...people, ...named])].filter((id) => id !== sent.by.personId);
  await tellThese(work, { lifecycle: record.lifecycle, ...record.row }, sent.event, told, sent.by.name);
}

/** Tells these people that something happened to a record, in the application and by mail; `who` is empty for the clock. */
export async function tellThese(
  work: Work,
  record: {
    readonly lifecycle: LifecycleName;
    readonly id: string;
    readonly organization_name: string;
  },
  event: string,
  people: readonly string[],
  who: string,
): Promise<void> {
  const rows = people.map((personId) => ({
    id: newId(work.at),
    person_id: personId,
    lifecycle: record.lifecycle,
    record_id: record.id,
    event,
    actor_name: who,
    organization_name: record.organization_name,
    at: work.at,
    read_at: null,
  }));
  await insertNotifications(work.trx, rows);
  await insertOutbox(
    work.trx,
    rows.map((row) => ({
      id: row.id,
      kind: 'notification',
      payload: JSON.stringify({ notificationId: row.id }),
      created_at: work.at,
      try_at: work.at,
      tries: 0,
      delivered_at: null,
      failure: null,
    })),
  );
}
