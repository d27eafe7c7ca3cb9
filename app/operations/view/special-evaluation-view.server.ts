import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type Actor, rolesToward } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { openEvaluationsOf } from '#db/reads/graduation-evidence.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { newKey } from '../engine/idempotency.server.ts';
import type { House } from '../house.ts';
import { subjectOf } from '../subject-for.server.ts';

/** The page on which a special evaluation is opened. */
export interface SpecialEvaluationView {
  readonly incubationId: string;
  readonly organizationName: string;
  /** Why it cannot be opened now; empty when it can. */
  readonly reasons: readonly Refusal[];
  readonly key: string;
}

/** Looks whether a special evaluation may be opened. Refusals: `unseen`; `notYours` for readers in other roles. */
export async function viewSpecialEvaluation(
  house: House,
  actor: Actor,
  incubationId: string,
): Promise<Result<SpecialEvaluationView>> {
  const db = house.store.read;
  const incubation = await loadRecord(db, 'incubation', incubationId);
  if (incubation === undefined) return refused(refusal('unseen'));
  const lifecycle = lifecycleNamed('incubation');
  const subject = subjectOf('incubation', incubation);
  if (!mayRead(actor, lifecycle, subject)) return refused(refusal('unseen'));
  const roles = rolesToward(actor, subject);
  if (!roles.includes('director') && !roles.includes('supervisor')) return refused(refusal('notYours'));
  const reasons = isFinal(lifecycle, incubation.row.state)
    ? [refusal('evaluation.incubationEnded')]
    : (await openEvaluationsOf(db, incubationId, 'special')) > 0
      ? [refusal('evaluation.specialOpen')]
      : [];
  return done({ incubationId, organizationName: incubation.row.organization_name, reasons, key: newKey() });
}
