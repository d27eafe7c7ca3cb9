import type { ContentSection } from '#app/domain/lifecycles/content.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { NewsView } from '#app/domain/lifecycles/view.ts';
import { look, speaksOf } from '#app/domain/seen.ts';
import { writeByTheWay } from '#db/connection.server.ts';
import { changesByOthers, seenMarkOf, seenMarksOn } from '#db/reads/seen-marks.server.ts';
import { putSeenMark } from '#db/writes/seen-marks.server.ts';
import type { House } from '../house.ts';

/** Nothing happened since the last visit. */
export const noNews: NewsView = { events: [], sections: [] };

/**
 * What others did to a record since this person's last visit, and which parts of its page speak of it; writes down
 * that they have been here, where the record changed. The one thing that reading a page may write.
 */
export async function newsSinceLastVisit(
  house: House,
  personId: string,
  record: { readonly lifecycle: LifecycleName; readonly id: string; readonly version: number },
  sections: readonly ContentSection[],
): Promise<NewsView> {
  const { lifecycle, id, version } = record;
  const db = house.store.read;
  const { since, mark } = look(await seenMarkOf(db, personId, lifecycle, id), version, house.clock.now());
  if (mark) await writeByTheWay(house.store, (trx) => putSeenMark(trx, personId, lifecycle, id, mark));
  if (since >= version) return noNews;
  const changes = await changesByOthers(db, lifecycle, id, since, personId);
  const instants = new Set(changes.map(({ at }) => at));
  return {
    events: changes.map(({ number }) => number),
    sections: sections.filter((section) => speaksOf(section, instants)).map((section) => section.id),
  };
}

/** Which of the records on a page this person has opened before and would find changed now. */
export async function changedSinceSeen(
  house: House,
  personId: string,
  lifecycle: LifecycleName,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlySet<string>> {
  const marks = await seenMarksOn(
    house.store.read,
    personId,
    [lifecycle],
    rows.map(({ id }) => id),
  );
  const seen = new Map(marks.map((m) => [m.record_id, m.seen_version]));
  return new Set(rows.filter(({ id, version }) => version > (seen.get(id) ?? version)).map(({ id }) => id));
}
