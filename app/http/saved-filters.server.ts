import { type FilteredList, filterText } from '#app/domain/saved-filters.ts';
import { listAddress, paths } from '#app/paths.ts';
import { savedFiltersOf } from '#db/reads/saved-filters.server.ts';
import type { DoorContext } from './context.ts';

/** The filters that a person keeps for a list, as links, and where the address's own filter gets a name. */
export async function savedFiltersAt(door: DoorContext, personId: string, list: FilteredList, url: URL) {
  const here = filterText(list, url.searchParams);
  const kept = await savedFiltersOf(door.house.store.read, personId, list);
  const links = kept.map(({ id, name, query }) => {
    // What is stored is judged again: a state of then may be none of now.
    const filter = filterText(list, new URLSearchParams(query));
    return {
      id,
      name,
      filter,
      href: filter === '' ? listAddress(list) : `${listAddress(list)}?${filter}`,
      isCurrent: filter !== '' && filter === here,
    };
  });
  const isNew = here !== '' && !links.some((link) => link.isCurrent);
  return {
    links,
    save: isNew ? `${paths.savedFilters(list)}?${here}` : null,
    manage: links.length > 0 ? paths.savedFilters(list) : null,
  };
}
