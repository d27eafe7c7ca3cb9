import { expect, it } from 'vitest';
import { applicationSections, sectionFields } from '#app/domain/forms/application-form.ts';
import type { Field } from '#app/domain/forms/field.ts';
import { isMessageKey } from '#app/i18n/catalogue.ts';

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
