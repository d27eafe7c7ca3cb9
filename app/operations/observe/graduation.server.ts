import { localDate } from '#app/domain/calendar.ts';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import type { GraduationContext, GraduationObserved } from '#app/domain/lifecycles/graduation/facts.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { managersOf } from '#db/reads/candidates.server.ts';
import { confirmedFinalEvaluation, overdueReportsOf } from '#db/reads/graduation-evidence.server.ts';
import { organizationById } from '#db/reads/organizations.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import type { Observer } from '../engine/work.ts';
import { numbered, numberedOverall } from './numbered.server.ts';

type Observers = {
  [Name in keyof GraduationObserved]: (...args: Parameters<Observer>) => Promise<GraduationObserved[Name]>;
};

const yearOf = (look: Parameters<Observer>[0]): string => localDate(look.at, look.calendar).slice(0, 4);

/** What a graduation's guards and forms need to know of the world outside it. */
export const graduationObservers: Observers = {
  organization: async ({ db }, record) => {
    const organization = await organizationById(db, record.row.organization_id);
    const uscc = organization?.uscc ?? null;
    const recordNo = organization?.record_no ?? null;
    return { registered: uscc !== null, recorded: recordNo !== null, proof: uscc ?? recordNo ?? '' };
  },
  reports: async ({ db }, record) => ({ overdue: await overdueReportsOf(db, record.row.parent_id ?? '') }),
  rectification: async ({ db }, record) => {
    const incubation = await loadRecord(db, 'incubation', record.row.parent_id ?? '');
    const order = (incubation?.context as IncubationContext | undefined)?.rectification;
    return { open: order?.findings.length ?? 0 };
  },
  evaluation: async ({ db }, record) => {
    const facts = await confirmedFinalEvaluation(db, record.row.parent_id ?? '');
    if (facts === undefined) return { confirmed: false, score: 0, mustHavesMet: false, assessors: [] };
    const context = JSON.parse(facts) as EvaluationContext;
    return {
      confirmed: true,
      score: context.result?.score ?? 0,
      mustHavesMet: context.result?.mustHavesMet ?? false,
      assessors: [
        ...context.assessors.filter((a) => a.stage !== 'replaced').map((a) => a.personId),
        ...context.revisions.flatMap((r) => r.team.map((a) => a.personId)),
      ],
    };
  },
  graduationNumber: (look, record) => numbered(look, record, 'CQ', yearOf(look), 4),
  // Only the second of the two hand-over signatures certifies; the first one must not use a number up.
  certificateNumber: async (look, record) => {
    const signed = Object.keys((record.context as GraduationContext).handedOverBy).length;
    return signed === 0 ? '' : numberedOverall(look, 'CK', yearOf(look), 3);
  },
  objectionNumber: (look, record) => numbered(look, record, 'YY', yearOf(look), 4),
  managers: ({ db }, record) => managersOf(db, record.row.center_id),
};
