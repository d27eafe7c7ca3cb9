import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { beginEvaluation } from '#app/domain/lifecycles/evaluation/begin.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { type Actor, type Role, rolesToward } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { openEvaluationsOf } from '#db/reads/graduation-evidence.server.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';
import { workAt } from './engine/begin-work.server.ts';
import { fireDueTimersOf } from './engine/fire-timers.server.ts';
import { answeredBefore, rememberAnswer } from './engine/idempotency.server.ts';
import { begin, hold } from './engine/move.server.ts';
import { tellPeople } from './engine/tell.server.ts';
import { writeOrUndo } from './engine/undo.ts';
import type { House } from './house.ts';
import { subjectOf } from './subject-for.server.ts';

/** Who may open a special evaluation (专项评估), in the order in which a role is chosen. */
const openers: readonly Role[] = ['director', 'supervisor'];

export interface SpecialAsked {
  readonly incubationId: string;
  /** Why it is needed. */
  readonly reason: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

/**
 * Opens a special evaluation on a live incubation. It moves no incubation; it may end in a rectification order.
 * Refusals: `unseen`, `notYours`, `evaluation.incubationEnded`, `evaluation.specialOpen` (one at a time),
 * `evaluation.reasonMissing`, `idempotency.otherContent`.
 */
export async function openSpecialEvaluation(
  house: House,
  asked: SpecialAsked,
): Promise<Result<{ readonly id: string }>> {
  await fireDueTimersOf(house, 'incubation', asked.incubationId);
  return writeOrUndo(house.store, async (trx) => {
    const before = await answeredBefore<{ id: string }>(trx, asked);
    if (before !== undefined) return before;
    const incubation = await loadRecord(trx, 'incubation', asked.incubationId);
    if (incubation === undefined) return refused(refusal('unseen'));
    const role = roleOf(asked.actor, incubation);
    if (!role.ok) return role;
    const missing = await whatKeepsItFromOpening(trx, incubation, asked.reason);
    if (missing !== null) return refused(missing);
    const at = house.clock.now();
    const id = await beginSpecial(trx, incubation, asked, role.value, at);
    await rememberAnswer(trx, asked, { id }, at);
    return done({ id });
  });
}

function roleOf(actor: Actor, incubation: LoadedRecord): Result<Role> {
  const subject = subjectOf('incubation', incubation);
  const held = rolesToward(actor, subject);
  const role = openers.find((r) => held.includes(r));
  if (role !== undefined) return done(role);
  return refused(refusal(mayRead(actor, lifecycleNamed('incubation'), subject) ? 'notYours' : 'unseen'));
}

async function whatKeepsItFromOpening(
  trx: OpenTransaction,
  incubation: LoadedRecord,
  reason: string,
): Promise<Refusal | null> {
  if (reason.trim() === '') return refusal('evaluation.reasonMissing');
  if (isFinal(lifecycleNamed('incubation'), incubation.row.state))
    return refusal('evaluation.incubationEnded');
  const open = await openEvaluationsOf(trx, incubation.row.id, 'special');
  return open > 0 ? refusal('evaluation.specialOpen') : null;
}

async function beginSpecial(
  trx: OpenTransaction,
  incubation: LoadedRecord,
  asked: SpecialAsked,
  role: Role,
  at: string,
): Promise<string> {
  const work = workAt(trx, at, asked.actor, asked.requestId);
  const by = { personId: asked.actor.personId, name: asked.actor.name, role };
  const { row } = incubation;
  const id = await begin(work, {
    lifecycle: 'evaluation',
    centerId: row.center_id,
    organization: { id: row.organization_id, name: row.organization_name },
    parentId: row.id,
    context: beginEvaluation({
      calendar: await work.calendarOf(row.center_id),
      at,
      settings: (incubation.context as IncubationContext).settings,
      kind: 'special',
      responsibleId: row.responsible_id,
      purpose: asked.reason.trim(),
    }),
    by,
  });
  await tellPeople(work, await hold(work, 'evaluation', id), { event: 'begin', input: {}, by });
  return id;
}
