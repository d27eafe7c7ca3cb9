import type { GraphEdge } from '#app/domain/lifecycles/graph.ts';
import { applicationPlay } from './application.play.ts';
import { evaluationPlay } from './evaluation.play.ts';
import { graduationPlay } from './graduation.play.ts';
import { incubationPlay } from './incubation.play.ts';
import { amendmentPlay, reportPlay } from './progress-report.play.ts';
import { type Play, type Walk, walksOf } from './walk.ts';

const leadsBy = (edges: readonly GraphEdge[], states: readonly string[]): boolean =>
  edges.some((e) => states.includes(e.from) || states.includes(e.to));

/** The walks of a report of a period: what is not handed in again in time is overdue. */
export const walksOfPeriods = (): readonly Walk[] =>
  walksOf(reportPlay()).filter((w) => !leadsBy(w.edges, ['not_amended']));

/** The walks of an amendment: what is not handed in again in time amends nothing. */
export const walksOfAmendments = (): readonly Walk[] =>
  walksOf(amendmentPlay()).filter((w) => !leadsBy(w.edges, ['overdue', 'waived']));

const isAtTheDesk = (walk: Walk): boolean => walk.last.includes('--desk_only-->');

/** Every lifecycle with who plays it and its walks, one for each transition. */
export function everyWalk(): readonly (readonly [name: string, play: Play, walks: readonly Walk[]])[] {
  const final = evaluationPlay({ kind: 'final' });
  const midterm = evaluationPlay({ kind: 'midterm' });
  return [
    ['application', applicationPlay, walksOf(applicationPlay)],
    ['incubation', incubationPlay, walksOf(incubationPlay)],
    ['evaluation', final, walksOf(final).filter((w) => !isAtTheDesk(w))],
    ['mid-term evaluation', midterm, walksOf(midterm).filter(isAtTheDesk)],
    ['graduation', graduationPlay(), walksOf(graduationPlay())],
    ['progress report', reportPlay(), walksOfPeriods()],
    ['amendment', amendmentPlay(), walksOfAmendments()],
  ];
}
