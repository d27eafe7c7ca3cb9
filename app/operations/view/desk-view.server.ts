import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { DeskRow, DeskView } from '#app/domain/lifecycles/view.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { centersOfRegions } from '#db/reads/centers.server.ts';
import { othersWaits, type WaitRow, waitsFor } from '#db/reads/desk.server.ts';
import { countsByState } from '#db/reads/lists.server.ts';
import { namesOf } from '#db/reads/people.server.ts';
import { seenMarksOn } from '#db/reads/seen-marks.server.ts';
import type { House } from '../house.ts';

const most = 30;
const mostFollowed = 8;
/** Several people may have to take the same step: that is one line, so more are fetched than shown. */
const fetchedToFollow = 40;

/** What waits for this person, most urgent first, and nothing else. */
export async function openDesk(house: House, actor: Actor): Promise<DeskView> {
  const db = house.store.read;
  const now = house.clock.now();
  const byRegion = await centersOfRegions(
    db,
    actor.memberships.filter((m) => m.scope === 'region').map((m) => m.scopeId),
  );
  const found = await waitsFor(db, actor.personId ?? '', actor.memberships, byRegion, most + 1);
  const marks = await seenMarksOn(db, actor.personId ?? '', [...new Set(found.map((row) => row.record_id))]);
  const seenAt = new Map(marks.map((m) => [`${m.lifecycle}/${m.record_id}`, m.at]));
  const rows = found.slice(0, most).map((row) => rowOf(row, now, seenAt));
  const centers = actor.memberships
    .filter((m) => m.scope === 'center' && (m.role === 'manager' || m.role === 'director'))
    .map((m) => m.scopeId);
  const ownRoles = [...new Set(actor.memberships.map((m) => m.role))];
  const following =
    centers.length > 0 ? await othersWaits(db, actor.personId ?? '', centers, ownRoles, fetchedToFollow) : [];
  const names = await namesOf(
    db,
    following.map((row) => row.person_id).filter((id) => id !== ''),
  );
  const counts = await countsByState(db, 'incubation', centers);
  const tones = lifecycleNamed('incubation').tones;
  return {
    rows,
    more: found.length > most,
    following: togetherByStep(
      following.map((row) => ({
        ...rowOf(row, now, new Map()),
        name: names.get(row.person_id) ?? null,
      })),
    ).slice(0, mostFollowed),
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
function togetherByStep(rows: readonly DeskRow[]): readonly DeskRow[] {
  const lines = new Map<string, DeskRow>();
  for (const row of rows) {
    const step = [row.lifecycle, row.recordId, row.event, row.role, row.due].join('/');
    lines.set(step, { ...row, people: (lines.get(step)?.people ?? 0) + 1 });
  }
  return [...lines.values()];
}
