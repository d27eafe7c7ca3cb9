import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { DeskRow, DeskView } from '#app/domain/lifecycles/view.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { centersOfRegions } from '#db/reads/centers.server.ts';
import { isRecusedFromAnything, othersWaits, type WaitRow, waitsFor } from '#db/reads/desk.server.ts';
import { countsByState } from '#db/reads/lists.server.ts';
import { namesOf } from '#db/reads/people.server.ts';
import { seenMarksOn } from '#db/reads/seen-marks.server.ts';
import type { House } from '../house.ts';

/** The most urgent, so many that a page of them is read to its end; the rest is one link further. */
const most = 30;
const mostOfAll = 500;
const mostFollowed = 8;

/** What waits for this person, most urgent first, and nothing else; the most urgent of it, or the `whole` of it. */
export async function openDesk(house: House, actor: Actor, { whole = false } = {}): Promise<DeskView> {
  const shown = whole ? mostOfAll : most;
  const db = house.store.read;
  const now = house.clock.now();
  const byRegion = await centersOfRegions(
    db,
    actor.memberships.filter((m) => m.scope === 'region').map((m) => m.scopeId),
  );
  const { memberships } = actor;
  const personId = actor.personId ?? '';
  const owner = { personId, memberships, isRecused: await isRecusedFromAnything(db, personId) };
  const found = await waitsFor(db, owner, byRegion, shown + 1);
  const marks = await seenMarksOn(
    db,
    personId,
    [...new Set(found.map((row) => row.lifecycle))],
    [...new Set(found.map((row) => row.record_id))],
  );
  const seenAt = new Map(marks.map((m) => [`${m.lifecycle}/${m.record_id}`, m.at]));
  const rows = found.slice(0, shown).map((row) => rowOf(row, now, seenAt));
  const centers = actor.memberships
    .filter((m) => m.scope === 'center' && (m.role === 'manager' || m.role === 'director'))
    .map((m) => m.scopeId);
  const steps = togetherByStep(await othersWaits(db, owner, centers, mostFollowed)).slice(0, mostFollowed);
  const names = await namesOf(
    db,
    steps.map(({ row }) => row.person_id).filter((id) => id !== ''),
  );
  const counts = await countsByState(db, 'incubation', centers);
  const tones = lifecycleNamed('incubation').tones;
  return {
    rows,
    more: found.length > shown,
    whole,
    following: steps.map(({ row, people }) => ({
      ...rowOf(row, now, new Map()),
      people,
      name: names.get(row.person_id) ?? null,
    })),
    standing: [...counts]
      .filter(([, count]) => count > 0)
      .map(([state, count]) => ({ state, count, tone: tones[state] ?? 'neutral' })),
    overdue: rows.filter((r) => r.overdue).length,
  };
}

const rowOf = (row: WaitRow, now: string, seenAt: ReadonlyMap<string, string>): DeskRow => {
  const lifecycle = row.lifecycle as LifecycleName;
  const seen = seenAt.get(`${row.lifecycle}/${row.record_id}`);
  return {
    lifecycle,
    recordId: row.record_id,
    noun: lifecycleNamed(lifecycle).events[row.event]?.noun ?? '',
    event: row.event,
    state: row.state,
    role: row.role,
    organizationName: row.organization_name,
    due: row.due_at,
    people: 1,
    fresh: seen !== undefined && row.since > seen,
    overdue: row.due_at !== null && row.due_at <= now,
  };
};

/** The same step of the same record, by the same day, is one line for all whom it waits for. */
function togetherByStep(
  rows: readonly WaitRow[],
): readonly { readonly row: WaitRow; readonly people: number }[] {
  const lines = new Map<string, { readonly row: WaitRow; readonly people: number }>();
  for (const row of rows) {
    const step = [row.lifecycle, row.record_id, row.event, row.role, row.due_at].join('/');
    lines.set(step, { row, people: (lines.get(step)?.people ?? 0) + 1 });
  }
  return [...lines.values()];
}
