import type { Door, DoorsPageProps } from '#app/components/admin/doors-page.tsx';
import { calendarOf, localDate } from '#app/domain/calendar.ts';
import { daysLate } from '#app/domain/keeping/lagging.ts';
import { type Ability, mayDo } from '#app/domain/policy/abilities.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { stuckCount } from '#db/reads/admin-outbox.server.ts';
import { choresState, countsOfCenter, knownYears, peopleCount } from '#db/reads/admin-overview.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import type { CenterRow } from './admin-door.server.ts';
import type { DoorContext } from './context.ts';

/** The parts of the administration that an actor may open, each with how it stands. */
export async function adminDoors(
  door: DoorContext,
  actor: Actor,
  centers: readonly CenterRow[],
): Promise<DoorsPageProps> {
  const may = (ability: Ability) =>
    centers.find((c) => mayDo(actor, ability, { centerId: c.id, regionCode: c.region_code }));
  const center = may('seat.edit') ?? may('history.read');
  return {
    business: center ? await businessDoors(door, may, center) : [],
    system: await systemDoors(door, actor, may),
    centerName: center?.name ?? null,
  };
}

type May = (ability: Ability) => CenterRow | undefined;

async function businessDoors(door: DoorContext, may: May, center: CenterRow): Promise<readonly Door[]> {
  const db = door.house.store.read;
  const counts = await countsOfCenter(db, center.id, door.now);
  const missing = missingYear(await knownYears(db, center.id), localDate(door.now, calendarOf([])));
  const doors: (readonly [Ability, Door])[] = [
    ['center.edit', { part: 'center', state: { key: 'admin.state.center' }, tone: 'neutral' }],
    [
      'program.edit',
      {
        part: 'programs',
        state: { key: 'admin.state.programs', params: { count: counts.programs } },
        tone: 'neutral',
      },
    ],
    [
      'call.edit',
      {
        part: 'calls',
        state:
          counts.openCalls > 0
            ? { key: 'admin.state.callsOpen', params: { count: counts.openCalls } }
            : counts.draftCalls > 0
              ? { key: 'admin.state.callsDraft', params: { count: counts.draftCalls } }
              : { key: 'admin.state.callsNone' },
        tone: counts.openCalls > 0 ? 'good' : counts.draftCalls > 0 ? 'waiting' : 'neutral',
      },
    ],
    [
      'rubric.edit',
      {
        part: 'rubrics',
        state:
          counts.rubricDrafts > 0
            ? { key: 'admin.state.rubricDrafts', params: { count: counts.rubricDrafts } }
            : { key: 'admin.state.rubrics', params: { count: counts.rubrics } },
        tone: counts.rubricDrafts > 0 ? 'waiting' : 'neutral',
      },
    ],
    [
      'calendar.edit',
      {
        part: 'calendar',
        state: missing
          ? { key: 'admin.state.yearMissing', params: { year: String(missing) } }
          : { key: 'admin.state.yearsKnown' },
        tone: missing ? 'attention' : 'good',
      },
    ],
    [
      'seat.edit',
      {
        part: 'seats',
        state: { key: 'admin.state.seats', params: { free: counts.freeSeats, count: counts.seats } },
        tone: 'neutral',
      },
    ],
    [
      'history.read',
      {
        part: 'history',
        state: { key: 'admin.state.history', params: { count: counts.events } },
        tone: 'neutral',
      },
    ],
  ];
  return doors.flatMap(([ability, entry]) => (may(ability) ? [entry] : []));
}

async function systemDoors(door: DoorContext, actor: Actor, may: May): Promise<readonly Door[]> {
  const db = door.house.store.read;
  const instance = (ability: Ability) => mayDo(actor, ability, 'instance');
  const doors: Door[] = [];
  const place = instance('people.manage') ? null : may('people.manage')?.id;
  if (place !== undefined)
    doors.push({
      part: 'people',
      state: { key: 'admin.state.people', params: { count: await peopleCount(db, place) } },
      tone: 'neutral',
    });
  if (instance('securityLog.read'))
    doors.push({ part: 'security', state: { key: 'admin.state.security' }, tone: 'neutral' });
  if (instance('security.edit')) {
    const { policy } = await securitySettings(db);
    doors.push({
      part: 'security-settings',
      state: { key: 'admin.state.policy', params: { policy } },
      tone: 'neutral',
    });
  }
  if (instance('outbox.read')) {
    const stuck = await stuckCount(db);
    doors.push({
      part: 'outbox',
      state: { key: 'admin.state.outbox', params: { count: stuck } },
      tone: stuck > 0 ? 'attention' : 'good',
    });
  }
  if (instance('jobs.read')) {
    const chores = await choresState(db, door.now);
    doors.push({ part: 'jobs', ...stateOfChores(chores, door) });
  }
  return doors;
}

type ChoresState = Awaited<ReturnType<typeof choresState>>;

function stateOfChores(
  { checkpoint, backup, drill, check }: ChoresState,
  { configuration, now }: DoorContext,
): Pick<Door, 'state' | 'tone'> {
  const backsUp = configuration.backupDir !== null;
  const isLate =
    daysLate('checkpoint', checkpoint?.at ?? null, now) !== null ||
    daysLate('check', check, now) !== null ||
    (backsUp && (daysLate('backup', backup, now) !== null || daysLate('drill', drill, now) !== null));
  if (isLate) return { state: { key: 'admin.state.late' }, tone: 'stopped' };
  if (!backsUp) return { state: { key: 'admin.state.backupOff' }, tone: 'neutral' };
  if (backup === null) return { state: { key: 'admin.state.noBackup' }, tone: 'attention' };
  return { state: { key: 'admin.state.jobs' }, tone: checkpoint === null ? 'attention' : 'good' };
}

/** This year's table, or from October on next year's, when it is not there: the notice comes in autumn. */
export function missingYear(known: readonly number[], today: string): number | null {
  const year = Number(today.slice(0, 4));
  if (!known.includes(year)) return year;
  return today.slice(5) >= '10-01' && !known.includes(year + 1) ? year + 1 : null;
}
