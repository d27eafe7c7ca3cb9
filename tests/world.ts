import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { expect } from 'vitest';
import type { RegistrationType } from '#app/domain/forms/application-form.ts';
import { trackOf } from '#app/domain/forms/application-form.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { beginApplication } from '#app/domain/lifecycles/application/begin.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import type { Actor, GivenRole } from '#app/domain/policy/actor.ts';
import type { Result } from '#app/domain/refusal.ts';
import { type Settings, settingsWith } from '#app/domain/settings.ts';
import { type Advanced, advance } from '#app/operations/advance.server.ts';
import { workAt } from '#app/operations/engine/begin-work.server.ts';
import { fireDueTimers } from '#app/operations/engine/fire-timers.server.ts';
import { begin } from '#app/operations/engine/move.server.ts';
import type { House } from '#app/operations/house.ts';
import { type MovableClock, movableClock } from '#app/outside/clock.server.ts';
import type { Store } from '#db/connection.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';
import { indexOrganizationName } from '#db/writes/search.server.ts';
import { newPlace, openPlace, type Place, removePlace } from './database.ts';
import {
  emptyOrganization,
  fillApplication,
  insertMembership,
  insertPerson,
  monday,
  preparedWorld,
} from './prepared-world.ts';

export { monday };

const hour = 3_600_000;
const day = 24 * hour;

export interface World {
  readonly house: House;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly centerId: string;
  readonly programId: string;
  readonly callId: string;
  readonly folder: string;
  /** Where its database is, for another store beside this one. */
  readonly place: Place;
  /** The person of that name as an actor, with the memberships they hold now. */
  readonly as: (name: string) => Promise<Actor>;
  readonly idOf: (name: string) => string;
  /** A new person with a membership. */
  readonly person: (
    name: string,
    role: GivenRole,
    scope: 'center' | 'organization' | 'region' | 'instance',
    scopeId: string,
  ) => Promise<string>;
  readonly organization: (change?: Partial<NewOrganization>) => Promise<{ id: string; lead: string }>;
  /** A draft application of a new organization with everything filled in; its lead is `lead` plus a number. */
  readonly draft: (
    change?: Partial<NewOrganization> & { settings?: Partial<Settings> },
  ) => Promise<{ id: string; organizationId: string; lead: string }>;
  /** A record that stands in a state already, for tests that begin in the middle. */
  readonly recordIn: (
    lifecycle: LifecycleName,
    state: string,
    context: RecordContext,
    organizationId: string,
    parentId?: string,
  ) => Promise<string>;
  readonly send: (
    who: string | Actor,
    lifecycle: LifecycleName,
    id: string,
    event: string,
    input?: Values,
  ) => Promise<Result<Advanced>>;
  /** Sends and expects it to be granted. */
  readonly must: (
    who: string | Actor,
    lifecycle: LifecycleName,
    id: string,
    event: string,
    input?: Values,
  ) => Promise<void>;
  readonly record: (lifecycle: LifecycleName, id: string) => Promise<LoadedRecord>;
  readonly stateOf: (lifecycle: LifecycleName, id: string) => Promise<string>;
  /** Moves the clock and lets every timer that came due fire. */
  readonly pass: (time: { readonly days?: number; readonly hours?: number }) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface NewOrganization {
  readonly name: string;
  readonly type: RegistrationType;
  readonly uscc: string | null;
}

/** A center with its cast, a program and an open call, prepared once for a run of the tests and copied for each test. */
export async function openWorld(
  how: {
    readonly watch?: (statement: string) => void;
    /** What stands between the world and its database, such as one that fails on purpose. */
    readonly through?: (store: Store) => Store;
  } = {},
): Promise<World> {
  const template = await preparedWorld();
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-test-'));
  const place = await newPlace(folder, template.place);
  const opened = await openPlace(place, how.watch ? { watch: how.watch } : {});
  const store = how.through?.(opened) ?? opened;
  const clock = movableClock(monday);
  const house: House = { store, clock };
  const people = new Map(template.people);
  let serial = 0;

  const idOf = (name: string): string => {
    const id = people.get(name);
    if (id === undefined) throw new Error(`Nobody is called ${name}`);
    return id;
  };
  const as = async (name: string): Promise<Actor> => ({
    personId: idOf(name),
    name,
    memberships: await membershipsOf(store.read, idOf(name)),
  });
  const person: World['person'] = async (name, role, scope, scopeId) => {
    const id = people.get(name) ?? (await insertPerson(store, name));
    people.set(name, id);
    await insertMembership(store, id, role, scope, scopeId);
    return id;
  };
  const organization: World['organization'] = async (change = {}) => {
    serial += 1;
    const id = ulid(Date.parse(clock.now()) + serial);
    const type = change.type ?? 'recorded';
    await store.write(async (trx) => {
      await trx
        .insertInto('organization')
        .values({
          ...emptyOrganization,
          id,
          center_id: template.centerId,
          name: change.name ?? `襄城县城关街道文昌社区第${serial}志愿服务队`,
          registration_type: type,
          uscc: change.uscc ?? null,
          record_no: type === 'recorded' ? `备${serial}` : null,
          created_at: clock.now(),
          updated_at: clock.now(),
        })
        .execute();
      await indexOrganizationName(trx, id, change.name ?? `襄城县城关街道文昌社区第${serial}志愿服务队`);
    });
    const lead = `lead${serial}`;
    await person(lead, 'lead', 'organization', id);
    return { id, lead };
  };
  const recordIn: World['recordIn'] = async (lifecycle, state, context, organizationId, parentId) =>
    store.write(async (trx) => {
      const found = await trx
        .selectFrom('organization')
        .select('name')
        .where('id', '=', organizationId)
        .executeTakeFirstOrThrow();
      return begin(
        workAt(trx, clock.now(), { personId: null, name: '', memberships: [], automatic: 'system' }, 'test'),
        {
          lifecycle,
          centerId: template.centerId,
          organization: { id: organizationId, name: found.name },
          parentId: parentId ?? null,
          context,
          state,
        },
      );
    });
  const draft: World['draft'] = async (change = {}) => {
    const { settings, ...rest } = change;
    const made = await organization(rest);
    const id = await recordIn(
      'application',
      'draft',
      beginApplication({
        at: clock.now(),
        settings: settingsWith(settings),
        track: trackOf(rest.type ?? 'recorded'),
        callId: template.callId,
        closesAt: '2026-12-31T16:00:00.000Z',
      }),
      made.id,
      template.callId,
    );
    await fillApplication(store, id, rest.type ?? 'recorded', clock.now(), idOf(made.lead));
    return { id, organizationId: made.id, lead: made.lead };
  };
  const send: World['send'] = async (who, lifecycle, id, event, input = {}) =>
    advance(house, {
      lifecycle,
      id,
      event,
      input,
      actor: typeof who === 'string' ? await as(who) : who,
      requestId: 'test',
    });
  const record: World['record'] = async (lifecycle, id) => {
    const found = await loadRecord(store.read, lifecycle, id);
    if (found === undefined) throw new Error(`There is no ${lifecycle} ${id}`);
    return found;
  };
  return {
    house,
    store,
    clock,
    centerId: template.centerId,
    programId: template.programId,
    callId: template.callId,
    folder,
    place,
    as,
    idOf,
    person,
    organization,
    draft,
    recordIn,
    send,
    must: async (who, lifecycle, id, event, input) => {
      const result = await send(who, lifecycle, id, event, input);
      expect(
        result.ok ? [] : result.refusals,
        `${event} by ${typeof who === 'string' ? who : who.name}`,
      ).toEqual([]);
      clock.advance(60_000);
    },
    record,
    stateOf: async (lifecycle, id) => (await record(lifecycle, id)).row.state,
    pass: async ({ days = 0, hours = 0 }) => {
      clock.advance(days * day + hours * hour);
      await fireDueTimers(house);
    },
    close: async () => {
      await store.close();
      await removePlace(place);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
