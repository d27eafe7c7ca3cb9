import type { savedFilters as zh } from '../zh-CN/saved-filters.ts';

/** Words of the filters that people keep for themselves. */
export const savedFilters = {
  'savedFilter.title': 'Saved filters',
  'savedFilter.lead': 'Only you see them.',
  'savedFilter.save': 'Save this filter',
  'savedFilter.manage': 'Manage saved filters',
  'savedFilter.kept': 'Filters you saved',
  'savedFilter.drop': 'Delete',
  'savedFilter.none': 'No saved filters yet',
  'savedFilter.noneLead': 'Filter the list, then choose “Save this filter”.',
  'savedFilter.everything': 'No conditions',
  'savedFilter.between': '; ',
  'savedFilter.field.name': 'Name',
  'savedFilter.field.name.hint':
    'At most 20 characters, such as “Mine to check”. A name that is taken replaces the filter that has it',
  'refusal.savedFilter.nothing': 'There is nothing to save yet: filter the list first',
  'refusal.savedFilter.full':
    'At most {most} filters are kept for each list. Delete one that you no longer use',
} as const satisfies Record<keyof typeof zh, string>;
