import type { Rubric } from '../rubrics.ts';
import { entry } from './entry.ts';
import { graduation } from './graduation.ts';
import { incubationMidterm } from './incubation-midterm.ts';
import { projectSelection } from './project-selection.ts';
import { purchasePerformance } from './purchase-performance.ts';
import { ratingSelfCheck } from './rating-self-check.ts';
import { unitSelfEvaluation } from './unit-self-evaluation.ts';
import { ventureFinal, ventureMidterm } from './venture.ts';

/** The rubrics that a new center begins with; it edits copies of them, each a version of its own. */
export const shippedRubrics: readonly Rubric[] = [
  entry,
  incubationMidterm,
  graduation,
  ratingSelfCheck,
  purchasePerformance,
  unitSelfEvaluation,
  ventureMidterm,
  ventureFinal,
  projectSelection,
];
