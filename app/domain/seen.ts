/** So long after its beginning a visit goes on: what was new when the reader came stays marked when they come back to the page. */
export const VISIT_MS = 30 * 60_000;

/** How far a person has read a record: its version when they last found it changed, and the version of the visit before. */
export interface SeenMark {
  readonly seen: number;
  readonly since: number;
  /** When `seen` was reached, ISO instant. */
  readonly at: string;
}

/**
 * What a look at a record is: everything after version `since` is new to the reader; `mark` is to be written, which
 * happens only where the record changed since the last look, so at most once for each change of it.
 * A first look finds nothing new: to whom everything is new, nothing is.
 */
export function look(
  before: SeenMark | undefined,
  version: number,
  now: string,
): { readonly since: number; readonly mark: SeenMark | null } {
  if (before === undefined) return { since: version, mark: { seen: version, since: version, at: now } };
  const isSameVisit = Date.parse(now) - Date.parse(before.at) < VISIT_MS;
  const since = isSameVisit ? before.since : before.seen;
  return { since, mark: before.seen === version ? null : { seen: version, since, at: now } };
}

/** Whether something that a page shows (data of any shape) happened at one of these instants. */
export function speaksOf(shown: unknown, instants: ReadonlySet<string>): boolean {
  if (typeof shown === 'string') return instants.has(shown);
  if (typeof shown !== 'object' || shown === null) return false;
  return Object.values(shown).some((part) => speaksOf(part, instants));
}
