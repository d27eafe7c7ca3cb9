import type { FieldRefusal, Result } from '#app/domain/refusal.ts';
import { done, refusal, refused } from '#app/domain/refusal.ts';
import { type FilteredList, filterText, MOST_SAVED_FILTERS } from '#app/domain/saved-filters.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { savedFiltersOf } from '#db/reads/saved-filters.server.ts';
import { deleteSavedFilter, putSavedFilter } from '#db/writes/saved-filters.server.ts';
import type { House } from '../house.ts';

/** Whose filter of which list. */
interface Mine {
  readonly personId: string;
  readonly list: FilteredList;
}

/**
 * Keeps what an address filters a list by under a name, for this person alone; the same name again is the same filter,
 * changed. So it may be sent twice. Refusals, at `name`: `savedFilter.nothing` (the address filters by nothing),
 * `savedFilter.full`.
 */
export async function saveFilter(
  house: House,
  { personId, list }: Mine,
  asked: { readonly name: string; readonly query: URLSearchParams },
): Promise<Result<{ readonly query: string }, FieldRefusal>> {
  const { name } = asked;
  const query = filterText(list, asked.query);
  if (query === '') return refused({ field: 'name', ...refusal('savedFilter.nothing') });
  const at = house.clock.now();
  return house.store.write(async (trx) => {
    const kept = await savedFiltersOf(trx, personId, list);
    if (kept.length >= MOST_SAVED_FILTERS && !kept.some((filter) => filter.name === name))
      return refused({ field: 'name', ...refusal('savedFilter.full', { most: MOST_SAVED_FILTERS }) });
    const id = newId(at);
    await putSavedFilter(trx, { id, person_id: personId, list, name, query, created_at: at });
    return done({ query });
  });
}

/** Drops a filter of this person's; one that is gone already, or somebody else's, is passed over. */
export const dropFilter = (house: House, { personId, list }: Mine, id: string): Promise<void> =>
  house.store.write((trx) => deleteSavedFilter(trx, personId, list, id));
