import type { Consequence } from '../engine/work.ts';
import { applicationConsequences } from './application.server.ts';
import { evaluationConsequences } from './evaluation.server.ts';
import { graduationConsequences } from './graduation.server.ts';
import { incubationConsequences } from './incubation.server.ts';
import { reportConsequences } from './progress-report.server.ts';

/** What follows from each named action of the machines. A name means the same in every machine. */
const gathered = (): Readonly<Record<string, Consequence>> => ({
  ...applicationConsequences,
  ...evaluationConsequences,
  ...graduationConsequences,
  ...incubationConsequences,
  ...reportConsequences,
});

let all: Readonly<Record<string, Consequence>> | undefined;

/**
 * What follows from a named action, in the same transaction; undefined when nobody carries it out.
 * Gathered at the first use: consequences move records and moves have consequences, whichever is loaded first.
 */
export function consequenceOf(action: string): Consequence | undefined {
  all ??= gathered();
  return all[action];
}
