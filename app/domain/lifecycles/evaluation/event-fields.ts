import type { Option } from '../../forms/field.ts';
import { peopleOptions } from '../common-fields.ts';
import type { EventDeclaration } from '../lifecycle.ts';
import type { AssessorCandidate, EvaluationContext, EvaluationObserved } from './facts.ts';

export type EvaluationDeclaration = EventDeclaration<EvaluationContext, EvaluationObserved>;

/** The label of a field that only evaluations have. */
export const own = (name: string): { readonly key: string } => ({ key: `evaluation.field.${name}` });

/** Assessors to choose from; who has a known conflict of interest is marked. */
export const candidateOptions = (candidates: readonly AssessorCandidate[]): readonly Option[] =>
  peopleOptions(candidates, (id) =>
    candidates.find((c) => c.personId === id)?.conflict ? { key: 'evaluation.conflictKnown' } : undefined,
  );
