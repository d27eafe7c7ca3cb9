import type { Rubric } from '../../rubrics.ts';
import { finalVerdict, passOutcome } from '../../scoring.ts';
import type { Settings } from '../../settings.ts';
import {
  type EvaluationContext,
  type EvaluationKind,
  type EvaluationResult,
  type EvaluationRubricId,
  evaluationRubrics,
  type Verdict,
} from './facts.ts';

/** The rubrics that an evaluation of this kind may go by; a special one chooses. */
export function rubricsFor(kind: EvaluationKind): readonly EvaluationRubricId[] {
  switch (kind) {
    case 'midterm':
      return ['incubation-midterm'];
    case 'final':
      return ['graduation'];
    case 'special':
      return evaluationRubrics;
  }
}

/**
 * The rubric as it is frozen for one evaluation. Its pass marks are the stricter of its own and the program's, so that
 * the verdict and the incubation that acts on it never disagree. A special evaluation keeps the rubric's own.
 */
export function frozenRubric(rubric: Rubric, kind: EvaluationKind, settings: Settings): Rubric {
  switch (kind) {
    case 'midterm':
      return { ...rubric, pass: Math.max(rubric.pass ?? 0, settings.midtermPass) };
    case 'final': {
      const pass = Math.max(rubric.pass ?? 0, settings.graduationPass);
      return {
        ...rubric,
        pass,
        conditionalFrom: Math.min(pass, Math.max(rubric.conditionalFrom ?? 0, settings.conditionalFrom)),
      };
    }
    case 'special':
      return rubric;
  }
}

/** The score as it stands: of the sheets, or as the panel adjusted it. Hundredths of a point. */
export const standingScore = (context: EvaluationContext): number =>
  context.adjustments.at(-1)?.after ?? context.panelScore?.hundredths ?? 0;

/** What a score and the must-haves come to under the frozen rubric. `score` in hundredths of a point. */
export function resultOf(
  context: EvaluationContext,
  score: number,
  mustHaves: Readonly<Record<string, boolean>>,
): EvaluationResult {
  const rubric = context.rubric;
  const met = rubric === null ? false : rubric.mustHaves.every((m) => mustHaves[m.id] === true);
  return {
    score,
    mustHaves,
    mustHavesMet: met,
    participated: true,
    verdict: verdictOf(context, score, mustHaves),
  };
}

function verdictOf(
  context: EvaluationContext,
  score: number,
  mustHaves: Readonly<Record<string, boolean>>,
): Verdict {
  const { rubric } = context;
  if (rubric === null) return 'failed';
  const scored = { score: score / 100, vetoes: context.panelScore?.vetoes ?? [] };
  if (rubric.id === 'graduation') return finalVerdict(rubric, scored, mustHaves).verdict;
  return passOutcome(rubric, scored).outcome === 'fails' ? 'failed' : 'passed';
}

/** What counts for an organization that did not take part (未参评): it fails, and in the end it leaves. */
export const resultOfAbsence = (kind: EvaluationKind): EvaluationResult => ({
  score: 0,
  mustHaves: {},
  mustHavesMet: false,
  participated: false,
  verdict: kind === 'final' ? 'exits' : 'failed',
});

/** Points of a form in hundredths, or null when they are finer than that. */
export function hundredths(points: number): number | null {
  const rounded = Math.round(points * 100);
  return Math.abs(points * 100 - rounded) < 1e-6 ? rounded : null;
}
