/** A page of a list that goes by keyset, and where its neighbours begin; null where there is none. */
export interface KeysetPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** Where a page begins: after a row, or (going back) before one. Neither: at the beginning. */
export interface KeysetPlace {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly size: number;
}

/**
 * The page from the rows that a query found: one more than `size` was asked for, in the direction in which one goes.
 * Going back, the rows came in reverse.
 */
export function keysetPage<Row>(
  found: readonly Row[],
  { after, before, size }: KeysetPlace,
  cursorOf: (row: Row) => string,
): KeysetPage<Row> {
  const backward = before !== undefined && after === undefined;
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backward) rows.reverse();
  const first = rows[0];
  const last = rows.at(-1);
  return {
    rows,
    next: last !== undefined && (backward || more) ? cursorOf(last) : null,
    previous: first !== undefined && (backward ? more : after !== undefined) ? cursorOf(first) : null,
  };
}
