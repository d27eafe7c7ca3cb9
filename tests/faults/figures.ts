import { appendFileSync } from 'node:fs';

/** What a test of faults tried and what it found, for the table at the end of `npm run test:faults`. */
export interface Figure {
  /** The row of the promise in docs/proofs.md. */
  readonly row: number;
  /** What was promised of this, in a few words. */
  readonly promise: string;
  /** What was tried, with its count: `200 kills, 4 210 confirmed`. */
  readonly tried: string;
  /** How much was lost, doubled, answered wrongly or went unseen. Nothing is what we promise. */
  readonly lost: number;
}

let last = performance.now();

/**
 * Adds a line to the table of this run, with the seconds since the line before it in the same test file, or since the
 * file began. Where no run of `npm run test:faults` asks for it, nothing is written.
 */
export function tellFigure(figure: Figure): void {
  const now = performance.now();
  const seconds = Math.round((now - last) / 100) / 10;
  last = now;
  const to = process.env.FAULTS_FIGURES;
  if (to) appendFileSync(to, `${JSON.stringify({ ...figure, seconds })}\n`);
}

/** How often a test is to try: `FAULTS_SHARE` of the full count (1 unless said otherwise), at least once. */
export const times = (full: number): number =>
  Math.max(1, Math.round(full * Number(process.env.FAULTS_SHARE ?? '1')));
