import type { IncubationObserved } from '#app/domain/lifecycles/incubation/facts.ts';
import { candidatesFor, managersOf } from '#db/reads/candidates.server.ts';
import { openEvaluationIds } from '#db/reads/evaluations.server.ts';
import type { Observer } from '../engine/work.ts';

type Observers = {
  [Name in keyof IncubationObserved]: (...args: Parameters<Observer>) => Promise<IncubationObserved[Name]>;
};

/** What an incubation's guards and forms need to know of the world outside it. */
export const incubationObservers: Observers = {
  mentors: ({ db }, record) => candidatesFor(db, 'mentor', record.row.center_id, record.row.organization_id),
  managers: ({ db }, record) => managersOf(db, record.row.center_id),
  openEvaluations: async ({ db }, record) => (await openEvaluationIds(db, record.row.id)).length,
};
