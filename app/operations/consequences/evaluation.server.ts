import type { EvaluationContext, EvaluationResult } from '#app/domain/lifecycles/evaluation/facts.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { peopleInRoles } from '#db/reads/people.server.ts';
import { insertNotifications } from '#db/writes/engine.server.ts';
import { insertNotice } from '#db/writes/notices.server.ts';
import { sendAsSystem } from '../engine/move.server.ts';
import type { Consequence, Happened, Work } from '../engine/work.ts';
import { followNotice, liftNotice } from './notices.server.ts';

const contextOf = ({ record }: Happened): EvaluationContext => record.context as EvaluationContext;

/** Publishes the result with its notice: the score and what follows from it, nothing of any person. */
const publishResult: Consequence = async (work, happened) => {
  const { record } = happened;
  const { kind, result } = contextOf(happened);
  await insertNotice(work.trx, {
    id: newId(work.at),
    center_id: record.row.center_id,
    lifecycle: record.lifecycle,
    record_id: record.row.id,
    number: record.row.number ?? '',
    organization_name: record.row.organization_name,
    content: JSON.stringify({ kind, score: result?.score ?? null, verdict: result?.verdict ?? null }),
    published_at: work.at,
    ends_at: record.context.deadlines.resultNoticeDays?.due ?? null,
    outcome: null,
  });
};

/** What a mid-term or final evaluation that has ended comes to for the incubation. */
function newsFor(kind: 'midterm' | 'final', result: EvaluationResult | null): string {
  if (result === null) return 'evaluation_cancelled';
  switch (result.verdict) {
    case 'passed':
      return 'evaluation_passed';
    case 'failed':
      return 'evaluation_failed';
    case 'graduates':
      return kind === 'final' ? 'evaluation_graduates' : 'evaluation_passed';
    case 'conditional':
      return kind === 'final' ? 'evaluation_conditional' : 'evaluation_failed';
    case 'exits':
      return kind === 'final' ? 'evaluation_exits' : 'evaluation_failed';
  }
}

/** The incubation acts on the end of its evaluation; a special one moves nothing, and the director hears of it. */
const reportEvaluation: Consequence = async (work, happened) => {
  const { record } = happened;
  const { kind, result } = contextOf(happened);
  if (kind === 'special') return tellDirector(work, happened);
  if (record.row.parent_id === null) throw new Error('An evaluation belongs to an incubation');
  // A cancelled evaluation has no result, whatever was put together before.
  const ended = record.row.state === 'cancelled' ? null : result;
  await sendAsSystem(work, 'incubation', record.row.parent_id, newsFor(kind, ended), {
    evaluationId: record.row.id,
    score: ended?.score ?? 0,
    mustHavesMet: ended?.mustHavesMet ?? false,
    participated: ended?.participated ?? false,
  });
};

async function tellDirector(work: Work, { record, event, by }: Happened): Promise<void> {
  const directors = await peopleInRoles(work.trx, ['director'], {
    centerId: record.row.center_id,
    organizationId: record.row.organization_id,
    regionCode: record.regionCode,
    lifecycle: record.lifecycle,
    recordId: record.row.id,
  });
  await insertNotifications(
    work.trx,
    directors
      .filter((personId) => personId !== by.personId)
      .map((personId) => ({
        id: newId(work.at),
        person_id: personId,
        lifecycle: record.lifecycle,
        record_id: record.row.id,
        event,
        actor_name: by.name,
        organization_name: record.row.organization_name,
        at: work.at,
        read_at: null,
      })),
  );
}

export const evaluationConsequences: Readonly<Record<string, Consequence>> = {
  publishResult,
  reportEvaluation,
  followNotice,
  liftNotice,
};
