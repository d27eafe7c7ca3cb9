/** What an application is ranked by within its call; `panelScore` gives the first three. */
export interface RankEntry {
  readonly id: string;
  readonly score: number;
  readonly tieCriterion: number | null;
  readonly median: number;
  /** The number drawn by lot, recorded in the minutes; the lower one goes first. */
  readonly lot?: number;
}

export type RankDecider = 'score' | 'tieCriterion' | 'median' | 'lot';

export interface Ranked {
  readonly id: string;
  /** From 1; entries that nothing tells apart share a rank until their lots are drawn. */
  readonly rank: number;
  /** The last thing that was needed to tell it from those beside it. */
  readonly decidedBy: RankDecider;
  /** Equal in everything: lots have to be drawn and recorded before the order stands. */
  readonly needsLot: boolean;
}

/** Scores are figures of two decimals: compared in hundredths. */
const hundredths = (value: number | null): number => Math.round((value ?? 0) * 100);

/** What tells two entries apart before a lot does, in this order; the higher goes first. */
const CRITERIA = ['score', 'tieCriterion', 'median'] as const;

/**
 * Ranks by score, then the higher tie criterion, then the higher median, then the lot. The lots of a tie
 * count once each of those in it has drawn one of its own; until then they share the rank.
 */
export function rankApplications(entries: readonly RankEntry[]): Ranked[] {
  const groups = groupEqual([...entries].sort(byCriteria));
  let taken = 0;
  return groups.flatMap((group, index) => {
    const first = taken + 1;
    taken += group.length;
    if (group.length > 1) return rankTie(group, first);
    const beside = [groups[index - 1]?.[0], groups[index + 1]?.[0]].filter((other) => other !== undefined);
    const depth = Math.max(
      0,
      ...beside.map((other) => CRITERIA.findIndex((key) => differ(group[0]!, other, key))),
    );
    return [{ id: group[0]!.id, rank: first, decidedBy: CRITERIA[depth]!, needsLot: false }];
  });
}

function rankTie(group: readonly RankEntry[], first: number): Ranked[] {
  const lots = group.map((entry) => entry.lot);
  const drawn = !lots.includes(undefined) && new Set(lots).size === lots.length;
  return [...group]
    .sort((a, b) => (drawn ? a.lot! - b.lot! : Number(a.id > b.id) - Number(a.id < b.id)))
    .map((entry, index) => ({
      id: entry.id,
      rank: drawn ? first + index : first,
      decidedBy: 'lot',
      needsLot: !drawn,
    }));
}

const differ = (a: RankEntry, b: RankEntry, key: (typeof CRITERIA)[number]): boolean =>
  hundredths(a[key]) !== hundredths(b[key]);

function byCriteria(a: RankEntry, b: RankEntry): number {
  const key = CRITERIA.find((one) => differ(a, b, one));
  return key ? hundredths(b[key]) - hundredths(a[key]) : 0;
}

function groupEqual(ordered: readonly RankEntry[]): RankEntry[][] {
  const groups: RankEntry[][] = [];
  for (const entry of ordered) {
    const last = groups.at(-1);
    if (last && byCriteria(last[0]!, entry) === 0) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
