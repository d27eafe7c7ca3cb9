/**
 * Figures that fill themselves from the records. A rate is in percent, rounded half up to two decimals;
 * `null` means not applicable: there was nothing to measure it against.
 */
import { divide, type Fraction, fractionOf, multiply, roundHalfUp, smaller } from '../fraction.ts';
import type { Fen } from '../money.ts';

const HUNDRED = fractionOf(100);

/** Completion (完成率): actual ÷ plan, at most 100; no plan: not applicable. */
export const completionRate = (actual: number, plan: number): number | null => {
  const share = percentOf(actual, plan);
  return share && roundHalfUp(smaller(share, HUNDRED));
};

/** Budget execution (预算执行率): paid out ÷ received. Above 100 when more was paid out than came in. */
export const budgetExecutionRate = (paidOut: Fen, received: Fen): number | null => {
  const share = percentOf(paidOut, received);
  return share && roundHalfUp(share);
};

/** Something that was due by a date or instant, and when it was accepted, if it was; both of one format. */
export interface DueThing {
  readonly due: string;
  readonly accepted?: string | null;
}

/** On time (按时率): accepted on or before due ÷ all that were due. */
export const onTimeRate = (things: readonly DueThing[]): number | null => {
  const onTime = things.filter(({ due, accepted }) => accepted != null && accepted <= due).length;
  const share = percentOf(onTime, things.length);
  return share && roundHalfUp(share);
};

/** One questionnaire: the answers to its core questions, 1 to 5, `null` where none was given. */
export interface SurveyResponse {
  /** What tells two of the same person apart: the telephone's hash or the one-time code. */
  readonly respondent: string;
  readonly answers: readonly (number | null)[];
}

export interface Satisfaction {
  /** Answers of 4 and 5 ÷ all answers of the valid questionnaires; `null` without a valid one. */
  readonly rate: number | null;
  readonly valid: number;
  /** Not every core question answered from 1 to 5. */
  readonly incomplete: number;
  /** A further valid questionnaire of the same person; the first one counts. */
  readonly duplicate: number;
}

/** Satisfaction (满意率) of a survey, its responses in the order in which they came in. */
export function satisfaction(responses: readonly SurveyResponse[]): Satisfaction {
  const complete = responses.filter(({ answers }) => answers.length > 0 && answers.every(isOnScale));
  const first = new Map<string, SurveyResponse>();
  for (const response of complete)
    if (!first.has(response.respondent)) first.set(response.respondent, response);
  const answers = [...first.values()].flatMap((response) => response.answers);
  const content = answers.filter((answer) => answer !== null && answer >= 4).length;
  const share = percentOf(content, answers.length);
  return {
    rate: share && roundHalfUp(share),
    valid: first.size,
    incomplete: responses.length - complete.length,
    duplicate: complete.length - first.size,
  };
}

/** How many valid answers a survey needs: 30 or 10 % of the users, each counted once; all when there are fewer than 30. */
export const requiredSample = (users: number): number =>
  users < 30 ? users : Math.max(30, Math.ceil(users / 10));

const isOnScale = (answer: number | null): boolean =>
  answer !== null && Number.isInteger(answer) && answer >= 1 && answer <= 5;

const percentOf = (part: number, whole: number): Fraction | null =>
  whole === 0 ? null : divide(multiply(fractionOf(part), HUNDRED), fractionOf(whole));
