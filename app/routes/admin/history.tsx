import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HistoryPage, type HistoryPageProps } from '#app/components/admin/history-page.tsx';
import { addDays, calendarOf, isRealDate, startOfDay } from '#app/domain/calendar.ts';
import { type LifecycleName, lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { mayDo } from '#app/domain/policy/abilities.ts';
import { demandCenter } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import { paths } from '#app/paths.ts';
import { historyPage, namesOfRecords, type RecordKey } from '#db/reads/admin-history.server.ts';

const size = 50;
const wallClock = calendarOf([]);

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, center, centers } = await demandCenter(door, request, 'history.read');
  const place = { centerId: center.id, regionCode: center.region_code };
  const search = new URL(request.url).searchParams;
  const filter = filterIn(search);
  const base = { center: { id: center.id }, centers, filter, verified: null, entries: [], links: false };
  const title = translator(door.locale)('admin.history.title');
  const found = await casesPage(door, center.id, filter, search);
  const page: HistoryPageProps = {
    ...base,
    ...found,
    links: mayDo(viewer.actor, 'program.edit', place),
    verified: await verified(door, center.id, search),
    securityLog: mayDo(viewer.actor, 'securityLog.read', 'instance'),
  };
  return { title, page };
}

const filterIn = (search: URLSearchParams): HistoryPageProps['filter'] => {
  const lifecycle = search.get('lifecycle') ?? '';
  const date = (name: string) => (isRealDate(search.get(name) ?? '') ? (search.get(name) ?? '') : '');
  return {
    lifecycle: (lifecycleNames as readonly string[]).includes(lifecycle) ? lifecycle : '',
    actor: (search.get('actor') ?? '').trim().slice(0, 60),
    from: date('from'),
    until: date('until'),
  };
};

const placeIn = (search: URLSearchParams, name: string): number | undefined => {
  const text = search.get(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};

async function casesPage(
  door: DoorContext,
  centerId: string,
  filter: HistoryPageProps['filter'],
  search: URLSearchParams,
) {
  const db = door.house.store.read;
  const before = placeIn(search, 'after');
  const found = await historyPage(
    db,
    centerId,
    {
      ...(filter.lifecycle ? { lifecycle: filter.lifecycle as LifecycleName } : {}),
      ...(filter.actor ? { actor: filter.actor } : {}),
      ...(filter.from ? { from: startOfDay(filter.from, wallClock) } : {}),
      ...(filter.until ? { until: startOfDay(addDays(filter.until, 1), wallClock) } : {}),
      ...(before === undefined ? {} : { before }),
    },
    size + 1,
  );
  const rows = found.slice(0, size);
  const names = await namesOfRecords(db, rows);
  const further = new URLSearchParams({ center: centerId, ...filter, after: String(rows.at(-1)?.seq ?? '') });
  return {
    entries: rows.map((row) => ({
      seq: row.seq,
      lifecycle: row.lifecycle as LifecycleName,
      recordId: row.record_id,
      organization: names.get(`${row.lifecycle}/${row.record_id}`)?.organization ?? null,
      event: row.event,
      from: row.from_state,
      to: row.to_state,
      who: row.actor_name || null,
      role: row.role,
      at: row.at,
      hash: row.hash,
    })),
    next: found.length > size ? `${paths.admin('history')}?${further}` : null,
  };
}

/** Only read, so that it may be asked for by an address; at most one run's worth of records. */
async function verified(door: DoorContext, centerId: string, search: URLSearchParams) {
  const from = search.get('verify');
  return from === null ? null : verifyHistory(door.house.store.read, centerId, recordIn(from));
}

/** The record after which to go on; from the first one where none is named. */
function recordIn(text: string): RecordKey | null {
  const [name, recordId] = text.split('/', 2);
  const lifecycle = lifecycleNames.find((known) => known === name);
  return lifecycle !== undefined && recordId !== undefined && /^[0-9A-Z]{26}$/.test(recordId)
    ? { lifecycle, recordId }
    : null;
}

export default function HistoryRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <HistoryPage {...page} />;
}
