import type { Connection } from '../connection.server.ts';
import { hotQuery } from './hot-query.server.ts';

/** The filters that a person keeps for a list, by name. Never more than the cap that saving holds to. */
export const savedFiltersOf = (db: Connection, personId: string, list: string) =>
  filtersKept(db, { personId, list });

const filtersKept = hotQuery((db, { personId, list }: { readonly personId: string; readonly list: string }) =>
  db
    .selectFrom('saved_filter')
    .select(['id', 'name', 'query'])
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .orderBy('name'),
);
