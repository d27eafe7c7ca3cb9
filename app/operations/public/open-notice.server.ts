import { isFinal, whatIsMissing } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed, lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { NoticedContext } from '#app/domain/lifecycles/objections.ts';
import { anyone } from '#app/domain/policy/actor.ts';
import { type Refusal, refusal } from '#app/domain/refusal.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { noticeById, type PublicNotice, programOf } from '#db/reads/public.server.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';
import type { House } from '../house.ts';
import { observeFor } from '../observe/index.server.ts';

/** The event by which anyone objects to a notice, in every lifecycle that has one. */
export const objecting = 'object';

/** `running`: its clock runs; `stopped`: an objection is being looked into; `kept`, `lifted`, `over`: it has ended. */
export type NoticeStanding = 'running' | 'stopped' | 'kept' | 'lifted' | 'over';

/** A public notice (公示) as everyone may see it. Only what stands here leaves the record. */
export interface NoticeView {
  readonly id: string;
  readonly lifecycle: LifecycleName;
  readonly number: string;
  readonly organizationName: string;
  readonly program: string | null;
  /** Hundredths of a point; null where the center does not publish scores. */
  readonly score: number | null;
  readonly publishedAt: string;
  readonly endsAt: string | null;
  readonly standing: NoticeStanding;
  readonly objections: number;
  readonly openObjections: number;
  /** Whether this lifecycle takes objections at all. */
  readonly objectable: boolean;
  /** What keeps one from objecting now; empty: the form is open. */
  readonly closed: readonly Refusal[];
}

export interface OpenedNotice {
  readonly view: NoticeView;
  readonly record: LoadedRecord;
}

/** One notice with how its record stands now, or undefined. Nothing of the record but these figures is public. */
export async function openNotice(house: House, id: string): Promise<OpenedNotice | undefined> {
  const db = house.store.read;
  const notice = await noticeById(db, id);
  if (notice === undefined || lifecycles[notice.lifecycle] === undefined) return undefined;
  const record = await loadRecord(db, notice.lifecycle, notice.record_id);
  if (record === undefined) return undefined;
  const objections = objectionsIn(record);
  return {
    record,
    view: {
      id: notice.id,
      lifecycle: notice.lifecycle,
      number: notice.number,
      organizationName: notice.organization_name,
      program: await programOf(db, notice.lifecycle, notice.record_id),
      score: scoreIn(notice),
      publishedAt: notice.published_at,
      endsAt: endOf(notice, record),
      standing: standingOf(notice, record, house.clock.now()),
      objections: objections.length,
      openObjections: objections.filter((o) => o.open).length,
      objectable: lifecycleNamed(notice.lifecycle).events[objecting]?.by.includes('public') ?? false,
      closed: await whyClosed(house, notice, record),
    },
  };
}

/** The numbers of the objections to a record's notice, with whether each is still looked into. */
export const objectionsIn = (record: LoadedRecord): NoticedContext['objections'] =>
  (record.context as Partial<NoticedContext>).objections ?? [];

/** When the notice ends by its clock now; null while an objection has stopped it. */
function endOf(notice: PublicNotice, record: LoadedRecord): string | null {
  const { noticeDays, resultNoticeDays } = record.context.deadlines;
  return notice.outcome === null ? ((noticeDays ?? resultNoticeDays)?.due ?? null) : notice.ends_at;
}

function standingOf(notice: PublicNotice, record: LoadedRecord, now: string): NoticeStanding {
  if (notice.outcome === 'lifted') return 'lifted';
  if (notice.outcome !== null) return 'kept';
  if (isFinal(lifecycleNamed(notice.lifecycle), record.row.state)) return 'over';
  const end = endOf(notice, record);
  if (end === null) return 'stopped';
  return end > now ? 'running' : 'over';
}

/** A score that was put on notice; contents are data of an earlier day, so nothing is taken for granted. */
function scoreIn(notice: PublicNotice): number | null {
  const content: unknown = JSON.parse(notice.content);
  return typeof content === 'object' &&
    content !== null &&
    'score' in content &&
    typeof content.score === 'number'
    ? content.score
    : null;
}

async function whyClosed(
  house: House,
  notice: PublicNotice,
  record: LoadedRecord,
): Promise<readonly Refusal[]> {
  const lifecycle = lifecycleNamed(notice.lifecycle);
  if (!lifecycle.events[objecting]?.by.includes('public')) return [refusal('objection.noneTaken')];
  const now = house.clock.now();
  if (standingOf(notice, record, now) === 'over') return [refusal('objection.noticeOver')];
  const calendar = await calendarOfCenter(house.store.read, record.row.center_id);
  const observed = await observeFor(
    { db: house.store.read, at: now, preview: true, actor: anyone, calendar },
    { lifecycle: notice.lifecycle, ...record },
    objecting,
  );
  const reasons = whatIsMissing(lifecycle, record.row.state, record.context, {
    type: objecting,
    input: {},
    observed,
    by: { personId: null, name: '', role: 'public' },
    at: now,
    calendar,
    preview: true,
  });
  return reasons.length > 0 ? [refusal('objection.noticeOver')] : [];
}
