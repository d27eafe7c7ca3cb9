import { type Refusal, refusal } from '../refusal.ts';
import { type BothLanguages, itemsOf, type Rubric, type RubricGrade } from '../rubrics.ts';
import type { Sheet } from './sheet.ts';
import { scoreWritten } from './written.ts';

/** What an outcome rests on: the rounded score of the panel, and the vetoes it found. */
export interface Scored {
  readonly score: number;
  readonly vetoes: readonly string[];
}

/** The grade that a rounded score earns; none below the lowest one, or where the rubric has no grades. */
export function gradeOf(rubric: Rubric, score: number): RubricGrade | undefined {
  return rubric.grades?.find((grade) => score >= grade.from);
}

/** The words of a veto found: one of the rubric's own, or that of the item whose rule vetoes. */
export function vetoWords(rubric: Rubric, id: string): BothLanguages | undefined {
  const own = rubric.vetoes.find((veto) => veto.id === id);
  if (own) return own;
  const rule = itemsOf(rubric).find((item) => item.id === id)?.rule;
  return rule?.kind === 'deduction' ? rule.veto : undefined;
}

export interface PassOutcome {
  /** `none`: the rubric has no pass mark (it grades, or coaches) and nothing was vetoed. */
  readonly outcome: 'passes' | 'fails' | 'none';
  /** Why not: `scoring.belowPass` and `scoring.vetoed`. */
  readonly reasons: readonly Refusal[];
}

/** Entry and mid-term: passes from the rubric's pass mark on (`entryPass` 70, `midtermPass` 60); any veto fails. */
export function passOutcome(rubric: Rubric, { score, vetoes }: Scored): PassOutcome {
  const reasons = [...vetoReasons(vetoes)];
  if (rubric.pass !== undefined && score < rubric.pass) reasons.push(belowPass(score, rubric.pass));
  if (reasons.length > 0) return { outcome: 'fails', reasons };
  return { outcome: rubric.pass === undefined ? 'none' : 'passes', reasons };
}

export interface FinalVerdict {
  readonly verdict: 'graduates' | 'conditional' | 'exits';
  /** Why it does not graduate: `scoring.belowPass`, `scoring.mustHaveMissing` (by its id), `scoring.vetoed`. */
  readonly reasons: readonly Refusal[];
}

/**
 * Final evaluation: graduates from the pass mark (80) on with every must-have; conditional from 60 to 79, or
 * with a must-have missing; exits below, or with a veto. A must-have that is not stated is missing.
 */
export function finalVerdict(
  rubric: Rubric,
  { score, vetoes }: Scored,
  mustHaves: Readonly<Record<string, boolean>>,
): FinalVerdict {
  const pass = rubric.pass ?? rubric.max;
  const missing = rubric.mustHaves
    .filter(({ id }) => !(Object.hasOwn(mustHaves, id) && mustHaves[id] === true))
    .map(({ id }) => refusal('scoring.mustHaveMissing', { mustHave: id }));
  const reasons = [...vetoReasons(vetoes), ...(score < pass ? [belowPass(score, pass)] : []), ...missing];
  if (reasons.length === 0) return { verdict: 'graduates', reasons };
  const exits = vetoes.length > 0 || score < (rubric.conditionalFrom ?? pass);
  return { verdict: exits ? 'exits' : 'conditional', reasons };
}

export interface PanelMustHaves {
  /** By id: true when every locked sheet says so. */
  readonly met: Readonly<Record<string, boolean>>;
  /** Those on which the sheets differ: for the panel to settle when it moderates. */
  readonly disputed: readonly string[];
}

/** What the locked sheets say of the must-haves together. */
export function panelMustHaves(rubric: Rubric, sheets: readonly Sheet[]): PanelMustHaves {
  const locked = sheets.filter((sheet) => sheet.locked);
  const ids = rubric.mustHaves.map(({ id }) => id);
  const saidYes = (id: string) => locked.filter((sheet) => sheet.mustHaves?.[id] === true).length;
  return {
    met: Object.fromEntries(ids.map((id) => [id, locked.length > 0 && saidYes(id) === locked.length])),
    disputed: ids.filter((id) => saidYes(id) > 0 && saidYes(id) < locked.length),
  };
}

const belowPass = (score: number, pass: number): Refusal =>
  refusal('scoring.belowPass', { score: scoreWritten(score), pass });

const vetoReasons = (vetoes: readonly string[]): Refusal[] =>
  vetoes.map((veto) => refusal('scoring.vetoed', { veto }));
