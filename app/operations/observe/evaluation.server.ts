import { localDate } from '#app/domain/calendar.ts';
import type { EvaluationContext, EvaluationObserved } from '#app/domain/lifecycles/evaluation/facts.ts';
import { rubricsFor } from '#app/domain/lifecycles/evaluation/marks.ts';
import { candidatesFor, managersOf } from '#db/reads/candidates.server.ts';
import { publishedRubrics } from '#db/reads/published-rubrics.server.ts';
import type { Observer } from '../engine/work.ts';
import { numbered } from './numbered.server.ts';

type Observers = {
  [Name in keyof EvaluationObserved]: (...args: Parameters<Observer>) => Promise<EvaluationObserved[Name]>;
};

/** What an evaluation's guards and forms need to know of the world outside it. */
export const evaluationObservers: Observers = {
  rubrics: ({ db }, record) =>
    publishedRubrics(db, record.row.center_id, rubricsFor((record.context as EvaluationContext).kind)),
  assessorCandidates: ({ db }, record) =>
    candidatesFor(db, 'assessor', record.row.center_id, record.row.organization_id),
  evaluationNumber: (look, record) =>
    numbered(look, record, 'PG', localDate(look.at, look.calendar).slice(0, 4), 4),
  managers: ({ db }, record) => managersOf(db, record.row.center_id),
};
