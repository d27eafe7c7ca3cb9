import { listFormats } from '#app/documents/list-file.server.ts';
import { statesOf } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { GivenRole } from '#app/domain/policy/actor.ts';
import { isEmptyScope, listScope } from '#app/domain/policy/scope.ts';
import { translator } from '#app/i18n/translate.ts';
import { changedSinceSeen } from '#app/operations/view/last-visit.server.ts';
import {
  centersInScope,
  countsByState,
  type ListRow,
  type ListSort,
  listRecords,
  listSorts,
} from '#db/reads/lists.server.ts';
import type { DoorContext } from './context.ts';
import { notFound, signedIn } from './guarded.server.ts';
import { savedFiltersAt } from './saved-filters.server.ts';

const sizes = [25, 50, 100];
const longestQuery = 60;
/** The party committee reads a whole center's records too, but judges nothing and gets no scores. */
const officeRoles: readonly GivenRole[] = ['manager', 'director', 'supervisor'];

/** Where the list of an address is to be had as a file: the same filter and order, every page. */
export const exportAddresses = (url: URL) =>
  listFormats.map((format) => {
    const query = new URLSearchParams(url.searchParams);
    for (const place of ['after', 'before', 'size']) query.delete(place);
    return { format, href: `${url.pathname}/export/${format}${query.size > 0 ? `?${query}` : ''}` };
  });

/** What an address asks of a lifecycle's list, within what this viewer may see (404 where that is nothing, thrown). */
export function askedList(door: DoorContext, request: Request, name: LifecycleName) {
  const viewer = signedIn(door, request);
  const lifecycle = lifecycleNamed(name);
  const reach = listScope(viewer.actor, lifecycle.readBy);
  if (isEmptyScope(reach)) throw notFound();
  const url = new URL(request.url);
  const param = (key: string) => url.searchParams.get(key) ?? undefined;
  const states = statesOf(lifecycle);
  const state = states.find((s) => s === param('stage'));
  // Scores are for those who run or oversee the center; to others neither the figure nor the order tells them. Who does
  // so at one center and judges at another has the scores of the first alone.
  const officeScope = listScope(
    viewer.actor,
    officeRoles.filter((role) => lifecycle.readBy.includes(role)),
  );
  const office = !isEmptyScope(officeScope);
  const sorts = listSorts.filter((s) => office || s !== 'score');
  // Who holds an office in an organization is no official towards it (回避): no score of it, nor its place among them.
  const own = viewer.actor.memberships.filter((m) => m.scope === 'organization').map((m) => m.scopeId);
  const sort: ListSort = sorts.find((s) => s === param('sort')) ?? 'new';
  const scope = sort === 'score' ? officeScope : reach;
  const size = sizes.find((s) => String(s) === param('size')) ?? 25;
  const q = (param('q') ?? '').trim().slice(0, longestQuery);
  const after = param('after');
  const before = param('before');
  const filter = {
    sort,
    ...(sort === 'score' ? { exceptOrganizations: own } : {}),
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
  };
  const place = { size, ...(after ? { after } : {}), ...(before && !after ? { before } : {}) };
  return {
    viewer,
    lifecycle,
    scope,
    officeScope,
    url,
    states,
    state,
    own,
    sorts,
    sort,
    size,
    q,
    filter,
    place,
  };
}

type Scored = Pick<ListRow, 'center_id' | 'organization_id' | 'score'>;

/** Rows with the scores that this viewer may know, and without the others. */
export async function withScoresFor<Row extends Scored>(
  { house }: DoorContext,
  { officeScope, own }: Pick<ReturnType<typeof askedList>, 'officeScope' | 'own'>,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const centers = await centersInScope(house.store.read, officeScope);
  return rows.map((row) =>
    centers.includes(row.center_id) && !own.includes(row.organization_id) ? row : { ...row, score: null },
  );
}

/** The list of a lifecycle's records that this viewer may see, by the address's filter. */
export async function recordList(door: DoorContext, request: Request, name: LifecycleName) {
  const asked = askedList(door, request, name);
  const { viewer, lifecycle, scope, url, states, state, sorts, sort, size, q } = asked;
  const page = await listRecords(door.house.store.read, name, scope, { ...asked.filter, ...asked.place });
  const rows = await withScoresFor(door, asked, page.rows);
  const fresh = await changedSinceSeen(door.house, viewer.person.id, name, page.rows);
  const counts = await countsByState(door.house.store.read, name, scope.centerIds);
  const address = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams();
    for (const [key, value] of Object.entries({
      q,
      stage: state ?? '',
      sort: sort === 'new' ? '' : sort,
      size: size === 25 ? '' : String(size),
      ...changes,
    }))
      if (value) next.set(key, value);
    const query = next.toString();
    return query ? `${url.pathname}?${query}` : url.pathname;
  };
  return {
    title:
      translator(door.locale).maybe(`${name}.list`) ?? translator(door.locale).maybe(`${name}.title`) ?? name,
    lifecycle: name,
    address: url.pathname,
    q,
    state: state ?? '',
    sort,
    states: states.map((s) => ({
      state: s,
      tone: lifecycle.tones[s] ?? 'neutral',
      count: counts.get(s) ?? null,
    })),
    tones: lifecycle.tones,
    rows: rows.map((row) => ({ ...row, fresh: fresh.has(row.id) })),
    exports: exportAddresses(url),
    saved: await savedFiltersAt(door, viewer.person.id, name, url),
    next: page.next ? address({ after: page.next }) : null,
    previous: page.previous ? address({ before: page.previous }) : null,
    sorts: sorts.map((s) => ({ sort: s, href: address({ sort: s === 'new' ? null : s }) })),
    scored: rows.some((r) => r.score !== null),
  };
}
