/** Kinds of doors whose use is counted apart, because they cost more or reach further than a page does. */
export const countedDoors = ['page', 'form', 'upload', 'export', 'mail', 'objection'] as const;
export type CountedDoor = (typeof countedDoors)[number];

/** All counts are of so many milliseconds. */
export const RATE_WINDOW_MS = 10 * 60_000;

export interface Rate {
  /** Requests in a window from one address: a whole office, or a street's committees, may share one. */
  readonly address: number;
  /** Requests in a window of one session: one person in a few tabs. */
  readonly session: number;
}

/**
 * How often is too often. A hundred people behind one address, each opening a page every five seconds, pass; a draft
 * that saves itself every two seconds for ten minutes passes.
 */
export const requestRates: Readonly<Record<CountedDoor, Rate>> = {
  page: { address: 12_000, session: 2_400 },
  form: { address: 3_000, session: 600 },
  upload: { address: 600, session: 150 },
  export: { address: 900, session: 200 },
  mail: { address: 120, session: 60 },
  objection: { address: 20, session: 20 },
};

/** Requests are told to the database in heaps of this size, so that reading pages does not mean writing rows. */
export const heapOf = (most: number): number => Math.max(1, Math.floor(most / 100));
