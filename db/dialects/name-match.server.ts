import { gramsOfQuery } from './name-grams.server.ts';

/** A name that was found: its place in the index, by which pages go, and the organization. */
export interface FoundName {
  readonly seq: number;
  readonly organization_id: string;
}

/** What is sought in the index: all of the names' words, and one of the centers' where any are given. */
export interface Match {
  readonly centers: readonly string[];
  readonly names: readonly string[];
}

/** What is sought, as the dialect is handed it: two texts, so that the query is the same for every search. */
export interface SoughtWords {
  readonly names: string;
  readonly centers: string;
}

/** A center as a word of the index. The sign before it keeps it apart from names. */
export const centerWord = (centerId: string): string =>
  `§${centerId.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;

/** More centers than this are not named in the query; the caller's own condition on the center holds anyway. */
const centersNamed = 40;

/** What a query seeks; null when there is nothing to look for. */
export function matchOfQuery(centerIds: readonly string[], query: string): Match | null {
  const names = gramsOfQuery(query);
  if (names === null) return null;
  return { names, centers: centerIds.length > centersNamed ? [] : centerIds.map(centerWord) };
}
