import { expect, it } from 'vitest';
import { deviceWords } from '#app/components/people/device-words.ts';
import { applicationSections, sectionFields } from '#app/domain/forms/application-form.ts';
import type { Field } from '#app/domain/forms/field.ts';
import { deviceOf } from '#app/domain/people/devices.ts';
import { isMessageKey } from '#app/i18n/catalogue.ts';
import { translator } from '#app/i18n/translate.ts';

const tracks = ['registered', 'recorded', 'unregistered'] as const;

const keysOf = (field: Field): readonly string[] => [
  field.label && 'key' in field.label ? field.label.key : `field.${field.name}`,
  ...('options' in field ? field.options.flatMap(({ label }) => ('key' in label ? [label.key] : [])) : []),
  ...(field.kind === 'rows' ? field.columns.flatMap(keysOf) : []),
  ...('unit' in field && field.unit && 'key' in field.unit ? [field.unit.key] : []),
];

it.each(tracks)('every question of the application form (%s) and every answer to it has words', (track) => {
  const keys = applicationSections.flatMap((section) =>
    sectionFields(section, track, '2026-11-24').flatMap(keysOf),
  );
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
});

it.each([
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36', 'Chrome on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64) Something/1.0', 'Unknown browser on Linux'],
  ['curl/8.5.0', 'Unknown browser'],
  ['', 'Unknown browser'],
])('a session says by which browser it began, never as that calls itself (%s)', (agent, said) => {
  expect(deviceWords(translator('en'), deviceOf(agent))).toBe(said);
});
