import { describe, expect, it } from 'vitest';
import { type AnyLifecycle, statesOf, timersOfState } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { happenedKey } from '#app/domain/lifecycles/happened.ts';
import { catalogues } from '#app/i18n/catalogue.ts';
import { locales } from '#app/i18n/locale.ts';
import { everyRole, keysIn, readSource, sourcesIn } from './keys-in-code.ts';

/** Keys without a sentence in at least one language. */
const unsaid = (keys: Iterable<string>): readonly string[] =>
  [...new Set(keys)].filter((key) => !locales.every((locale) => Object.hasOwn(catalogues[locale], key)));

const unsaidBeginnings = (beginnings: Iterable<string>): readonly string[] => {
  const known = locales.map((locale) => Object.keys(catalogues[locale]));
  return [...beginnings].filter((start) => !known.every((keys) => keys.some((key) => key.startsWith(start))));
};

const timersOf = (lifecycle: AnyLifecycle): readonly string[] =>
  statesOf(lifecycle).flatMap((state) => timersOfState(lifecycle, state).map((timer) => timer.name));

/** Deadlines that no timer watches but somebody is waited for by, named in the lifecycle's own files. */
const deadlinesOf = (lifecycle: AnyLifecycle): readonly string[] =>
  sourcesIn(`domain/lifecycles/${lifecycle.name.replace('_', '-')}`).flatMap((name) =>
    [...readSource(name).matchAll(/\bdeadline: '(\w+)'/g)].flatMap((match) => match[1] ?? []),
  );

const all = Object.values(lifecycles);

describe.each(all.map((lifecycle) => [lifecycle.name, lifecycle] as const))('%s', (name, lifecycle) => {
  it('says its name, how it begins, and every state', () => {
    expect(
      unsaid([
        `${name}.title`,
        happenedKey(name, 'begin'),
        happenedKey(name, 'import'),
        ...statesOf(lifecycle).map((state) => `${name}.state.${state}`),
      ]),
    ).toEqual([]);
  });

  it('says every event: what to do, what will follow, what happened', () => {
    expect(
      unsaid(
        Object.keys(lifecycle.events).flatMap((event) => [
          `${name}.event.${event}`,
          `${name}.event.${event}.hint`,
          happenedKey(name, event),
        ]),
      ),
    ).toEqual([]);
  });

  it('says what another lifecycle made happen', () => {
    expect(unsaid(lifecycle.systemEvents.map((event) => `${name}.systemEvent.${event}.done`))).toEqual([]);
  });

  it('says every timer when it has passed and every deadline before', () => {
    const timers = timersOf(lifecycle);
    expect(
      unsaid([
        ...timers.map((timer) => `${name}.timer.${timer}`),
        ...[...timers, ...deadlinesOf(lifecycle)].map((deadline) => `${name}.deadline.${deadline}`),
      ]),
    ).toEqual([]);
  });

  it('has no sentence for an event, state or timer that does not exist', () => {
    const known = new Set([...Object.keys(lifecycle.events), ...statesOf(lifecycle), ...timersOf(lifecycle)]);
    const spoken = Object.keys(catalogues.en).flatMap(
      (key) => new RegExp(`^${name}\\.(?:event|state|timer)\\.(\\w+)`).exec(key)?.[1] ?? [],
    );
    expect(spoken.filter((what) => !known.has(what))).toEqual([]);
  });
});

it('every role has a name', () => {
  expect(unsaid(everyRole.map((role) => `role.${role}`))).toEqual([]);
});

describe('what the code looks up', () => {
  it.each(sourcesIn('domain', 'operations', 'http', 'components', 'routes'))(
    '%s names nothing that is not said',
    (name) => {
      const { keys, beginnings } = keysIn(readSource(name));
      expect(unsaid(keys)).toEqual([]);
      expect(unsaidBeginnings(beginnings)).toEqual([]);
    },
  );
});

describe('the search', () => {
  const found = (code: string) => [...keysIn(code).keys];

  it('finds codes of refusals, also of two at once', () => {
    expect(found("refused(refusal('a.b'), refusal(x ? 'c' : 'd'))")).toEqual([
      'refusal.a.b',
      'refusal.c',
      'refusal.d',
    ]);
  });

  it('finds the default label of a field, and none where there is a label', () => {
    expect(found("const f = [{ kind: 'text', name: 'place', max: 1 }]")).toEqual(['field.place']);
    expect(found("const f = { kind: 'tick', name: 'x', label: { key: 'y.z' } }")).toEqual(['y.z']);
    expect(found("reasonField(); reasonField({ name: 'finding' })")).toEqual([
      'field.reason',
      'field.finding',
    ]);
  });

  it('finds options, written out or from a list of the same file', () => {
    expect(found("optionsOf('p', ['a', 'b'])")).toEqual(['p.a', 'p.b']);
    expect(found("const list = ['a'] as const; optionsOf('p', list)")).toEqual(['p.a']);
  });

  it('finds the beginning of what is put together at run time', () => {
    expect([...keysIn(`const w = { key: \`a.b.\${c}\` }`).beginnings]).toEqual(['a.b.']);
  });

  it('calls what nobody says unsaid', () => {
    expect(unsaid(['role.lead', 'role.nobody'])).toEqual(['role.nobody']);
    expect(unsaidBeginnings(['role.', 'rule.of.'])).toEqual(['rule.of.']);
  });
});

it('the button below a report says that it saves: what is called filling in led to that page', () => {
  const said = locales.map((locale) => catalogues[locale]['progress_report.event.edit.submit']);
  expect(said).toEqual(['保存报告', 'Save the report']);
});
