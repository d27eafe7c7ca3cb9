import { registrationTypes } from './forms/application-form.ts';
import type { Field } from './forms/field.ts';
import { standings } from './forms/organization-form.ts';
import { statesOf } from './lifecycles/attempt.ts';
import { lifecycleNamed } from './lifecycles/catalogue.ts';
import { type LifecycleName, lifecycleNames } from './lifecycles/lifecycle.ts';

/** A list whose filters can be kept under a name: the records of a lifecycle, or the register of organizations. */
export type FilteredList = LifecycleName | 'organization';

/** How many filters one person keeps for one list. */
export const MOST_SAVED_FILTERS = 20;

/** What is asked when a filter is kept. */
export const savedFilterFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'name',
    max: 20,
    label: { key: 'savedFilter.field.name' },
    hint: { key: 'savedFilter.field.name.hint' },
  },
];

export const isFilteredList = (text: string | undefined): text is FilteredList =>
  text === 'organization' || lifecycleNames.some((name) => name === text);

const longestText = 60;

/** One thing that a list is filtered or ordered by: its name in the address, and what it may be (any short text: null). */
type Part = readonly [name: string, values: readonly string[] | null];

const partsOf = (list: FilteredList): readonly Part[] =>
  list === 'organization'
    ? [
        ['q', null],
        ['standing', standings],
        ['type', registrationTypes],
        ['community', null],
      ]
    : [
        ['q', null],
        ['stage', statesOf(lifecycleNamed(list))],
        ['sort', ['due', 'score']],
      ];

/** What an address filters a list by, and nothing else of it: known names in one order, known values, short texts. */
export function filterIn(list: FilteredList, query: URLSearchParams): Readonly<Record<string, string>> {
  const given = partsOf(list).flatMap(([name, values]) => {
    const value = (query.get(name) ?? '').trim().slice(0, longestText);
    return value !== '' && (values === null || values.includes(value)) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** The same filter is always the same text; empty where an address filters by nothing. */
export const filterText = (list: FilteredList, query: URLSearchParams): string =>
  new URLSearchParams(filterIn(list, query)).toString();
