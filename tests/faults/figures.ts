import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a test of faults tried and what it found, for the table at the end of `npm run test:faults`. */
export interface Figure {
  /** The row of the promise in the table of promises, where it has one (docs/proofs.md). */
  readonly row?: number;
  /** The promise that was tried, in a few words. */
  readonly promise: string;
  /** What was tried, with its count: `200 kills, 4 210 confirmed`. */
  readonly tried: string;
  /** How much was lost, doubled or went unseen. Nothing is what we promise. */
  readonly lost: number;
}

/** Adds a line to the table of this run. */
export function tellFigure(figure: Figure): void {
  const folder = join(process.cwd(), '.cache');
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, 'faults.jsonl'), `${JSON.stringify(figure)}\n`);
}

/** How often a test is to try: `FAULTS_SHARE` of the full count (1 unless said otherwise), at least once. */
export const times = (full: number): number =>
  Math.max(1, Math.round(full * Number(process.env.FAULTS_SHARE ?? '1')));
