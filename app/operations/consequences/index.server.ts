import type { Consequence } from '../engine/work.ts';
import { applicationConsequences } from './application.server.ts';
import { evaluationConsequences } from './evaluation.server.ts';
import { graduationConsequences } from './graduation.server.ts';
import { incubationConsequences } from './incubation.server.ts';
import { reportConsequences } from './progress-report.server.ts';

/** What follows from each named action of the machines, in the same transaction. A name means the same in every machine. */
export const consequences: Readonly<Record<string, Consequence>> = {
  ...applicationConsequences,
  ...evaluationConsequences,
  ...graduationConsequences,
  ...incubationConsequences,
  ...reportConsequences,
};
