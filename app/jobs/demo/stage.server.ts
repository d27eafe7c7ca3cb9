import type { Field, Values } from '#app/domain/forms/field.ts';
import { formInputOf } from '#app/domain/forms/form-input.ts';
import { rawValues } from '#app/domain/forms/raw-values.ts';
import { readValues, splitApart } from '#app/domain/forms/schema.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import { type Actor, anyone } from '#app/domain/policy/actor.ts';
import type { Refusal, Result } from '#app/domain/refusal.ts';
import { advance } from '#app/operations/advance.server.ts';
import type { House } from '#app/operations/house.ts';
import { observeFor } from '#app/operations/observe/index.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import type { Days } from './days.ts';
import type { Papers } from './papers.server.ts';
import type { Story } from './timetable.ts';

/** Which papers answer a `files` question, by its name. */
export type Attached = Readonly<Record<string, readonly string[]>>;

/** Where the stories play: the house, its clock and calendar, its people, and the doors they use. */
export interface Stage {
  readonly house: House;
  readonly days: Days;
  readonly papers: Papers;
  readonly centerId: string;
  readonly calls: ReadonlyMap<string, string>;
  readonly now: () => string;
  /** Makes a person known by a short name ('director', 'lead-7'). */
  readonly introduce: (name: string, personId: string, fullName: string) => void;
  readonly idOf: (name: string) => string;
  readonly nameOf: (personId: string) => string;
  readonly everyone: () => readonly string[];
  readonly as: (name: string) => Promise<Actor>;
  /** Somebody does something, as through its form; throws when it is refused: then the story is wrong. */
  readonly act: (
    who: string,
    lifecycle: LifecycleName,
    id: string,
    event: string,
    values?: Values,
    attached?: Attached,
  ) => Promise<void>;
  readonly stateOf: (lifecycle: LifecycleName, id: string) => Promise<string>;
  readonly contextOf: <C extends RecordContext>(lifecycle: LifecycleName, id: string) => Promise<C>;
  /** A story beside the others, from now on. */
  readonly besides: (story: Story) => void;
}

/** The name under which anybody, without an account, does something. */
export const somebody = 'somebody';

export function openStage(start: {
  readonly house: House;
  readonly days: Days;
  readonly papers: Papers;
  readonly centerId: string;
  readonly calls: ReadonlyMap<string, string>;
  readonly besides: (story: Story) => void;
}): Stage {
  const { house, days, papers, besides } = start;
  const people = new Map<string, { id: string; fullName: string }>();
  const names = new Map<string, string>();

  const known = (name: string) => {
    const person = people.get(name);
    if (person === undefined) throw new Error(`Nobody is called ${name}`);
    return person;
  };
  const as = async (name: string): Promise<Actor> => {
    if (name === somebody) return anyone;
    const { id, fullName } = known(name);
    return { personId: id, name: fullName, memberships: await membershipsOf(house.store.read, id) };
  };
  const record = async (lifecycle: LifecycleName, id: string) => {
    const found = await loadRecord(house.store.read, lifecycle, id);
    if (found === undefined) throw new Error(`There is no ${lifecycle} ${id}`);
    return found;
  };

  const act: Stage['act'] = async (who, lifecycle, id, event, values = {}, attached = {}) => {
    const actor = await as(who);
    const at = house.clock.now();
    const handedIn = await papers.handIn(attached, at);
    const fields = await fieldsOf(start, actor, lifecycle, id, event);
    const typed = formInputOf(
      Object.entries(rawValues({ ...values, ...handedIn.refs }, fields)).flatMap(([name, text]) =>
        (typeof text === 'string' ? [text] : text).map((one) => [name, one] as const),
      ),
    );
    const read = readValues(fields, typed, { today: days.dateOf(at), documents: handedIn.refs });
    const story = `${event} of ${lifecycle} by ${who} at ${at}`;
    if (!read.ok) throw new Error(`${story}: ${codesOf(read)}`);
    const { kept, apart } = splitApart(fields, read.value);
    const result = await advance(house, {
      lifecycle,
      id,
      event,
      input: kept,
      ...(Object.keys(apart).length > 0 ? { apart } : {}),
      documents: handedIn.uploads,
      actor,
      requestId: 'demo',
    });
    if (!result.ok) throw new Error(`${story}: ${codesOf(result)}`);
  };

  return {
    ...start,
    now: () => house.clock.now(),
    introduce: (name, id, fullName) => {
      people.set(name, { id, fullName });
      names.set(id, name);
    },
    idOf: (name) => known(name).id,
    nameOf: (personId) => names.get(personId) ?? '',
    everyone: () => [...people.values()].map((p) => p.id),
    as,
    act,
    stateOf: async (lifecycle, id) => (await record(lifecycle, id)).row.state,
    contextOf: async <C extends RecordContext>(lifecycle: LifecycleName, id: string) =>
      (await record(lifecycle, id)).context as C,
    besides,
  };
}

/** The questions that the event's door asks this person now, as `openEvent` finds them. */
async function fieldsOf(
  { house, days }: { readonly house: House; readonly days: Days },
  actor: Actor,
  lifecycle: LifecycleName,
  id: string,
  event: string,
): Promise<readonly Field[]> {
  const declaration = lifecycleNamed(lifecycle).events[event];
  if (declaration === undefined) throw new Error(`No event of ${lifecycle} is called ${event}`);
  if (declaration.form === undefined) return [];
  const db = house.store.read;
  const record = await loadRecord(db, lifecycle, id);
  if (record === undefined) throw new Error(`There is no ${lifecycle} ${id}`);
  const look = { db, at: house.clock.now(), preview: true, actor, calendar: days.calendar };
  const observed = await observeFor(look, { lifecycle, ...record }, event);
  return declaration.form(record.context, observed, look);
}

const codesOf = (result: Result<unknown, Refusal>): string =>
  result.ok
    ? ''
    : result.refusals.map((r) => ('field' in r ? `${String(r.field)} ${r.code}` : r.code)).join(', ');
