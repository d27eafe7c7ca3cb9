import type { Values } from '#app/domain/forms/field.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { CastOrganization } from '../cast/organizations.ts';
import type { Attached, Stage } from '../stage.server.ts';

/** One organization's part: who plays it, and the records that its story has come to. */
export interface Scene {
  readonly stage: Stage;
  readonly cast: CastOrganization;
  /** Its place in the cast: makes its people, figures and scores. */
  readonly n: number;
  readonly lead: string;
  /** Its lead is one of the accounts that the sign-in page offers. */
  readonly isPlayed: boolean;
  readonly manager: string;
  readonly mentor: string;
  readonly ids: Map<LifecycleName, string>;
  /** An instant in working hours of a date; each call another minute. */
  readonly on: (date: string) => string;
  /** An instant so many working days after the present day of the story. */
  readonly after: (workingDays: number) => string;
  readonly act: (
    who: string,
    lifecycle: LifecycleName,
    event: string,
    values?: Values,
    attached?: Attached,
  ) => Promise<void>;
  readonly stateOf: (lifecycle: LifecycleName) => Promise<string>;
  /** The newest record of a lifecycle that belongs to the incubation, as this story's. */
  readonly find: (lifecycle: 'incubation' | 'evaluation' | 'graduation') => Promise<string>;
}

export function sceneOf(stage: Stage, cast: CastOrganization, n: number): Scene {
  const ids = new Map<LifecycleName, string>();
  let turn = n * 3;
  const { days, house } = stage;
  const idOf = (lifecycle: LifecycleName): string => {
    const id = ids.get(lifecycle);
    if (id === undefined) throw new Error(`${cast.key} has no ${lifecycle}`);
    return id;
  };
  const on = (date: string): string => {
    turn += 1;
    return days.hour(date, turn);
  };
  return {
    stage,
    cast,
    n,
    lead: leadOf(cast.key, n),
    isPlayed: cast.key in played,
    manager: n % 3 === 2 ? 'manager2' : 'manager',
    mentor: n % 3 === 1 ? 'mentor2' : 'mentor',
    ids,
    on,
    after: (workingDays) => on(days.plus(days.dateOf(house.clock.now()), workingDays)),
    act: (who, lifecycle, event, values, attached) =>
      stage.act(who, lifecycle, idOf(lifecycle), event, values, attached),
    stateOf: (lifecycle) => stage.stateOf(lifecycle, idOf(lifecycle)),
    find: async (lifecycle) => {
      const parent = idOf(lifecycle === 'incubation' ? 'application' : 'incubation');
      const row = await house.store.read
        .selectFrom(lifecycle)
        .select('id')
        .where('parent_id', '=', parent)
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) throw new Error(`${cast.key} has come to no ${lifecycle}`);
      ids.set(lifecycle, row.id);
      return row.id;
    },
  };
}

/** The organizations of these keys are led by the accounts that can be played. */
const played: Readonly<Record<string, string>> = { i3: 'lead', c1: 'applicant' };

const leadOf = (key: string, n: number): string => played[key] ?? `lead-${String(n + 1).padStart(2, '0')}`;
