import { localDate } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { listOf, textOf } from '#app/domain/forms/values.ts';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { beginAmendment, openedFields } from '#app/domain/lifecycles/progress-report/amendment.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { standingFor } from '#app/domain/lifecycles/progress-report/siblings.ts';
import { type Actor, rolesToward } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';
import { type ReportOfIncubation, reportsOfIncubation } from '#db/reads/reports.server.ts';
import { workAt } from './engine/begin-work.server.ts';
import { answeredBefore, rememberAnswer } from './engine/idempotency.server.ts';
import { begin, hold } from './engine/move.server.ts';
import { tellPeople } from './engine/tell.server.ts';
import { writeOrUndo } from './engine/undo.ts';
import type { Work } from './engine/work.ts';
import type { House } from './house.ts';
import { subjectOf } from './subject-for.server.ts';

export interface AmendmentAsked {
  readonly reportId: string;
  /** `reason`, and in `fields` which answers are to be mended. */
  readonly input: Values;
  readonly actor: Actor;
  readonly requestId: string;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

/**
 * Asks for an amendment of an accepted report: a report of its own begins, filled in with the answers that count now.
 * The accepted one stays as it is.
 * Refusals: `unseen`, `notYours` (the lead asks), `progress_report.notAccepted`, `progress_report.amendTheFirst` (an
 * amendment is amended where the first report is), `progress_report.amendmentOpen` (one at a time),
 * `progress_report.amendmentUnnamed`, `idempotency.otherContent`.
 */
export async function requestAmendment(
  house: House,
  asked: AmendmentAsked,
): Promise<Result<{ readonly id: string }>> {
  return writeOrUndo(house.store, async (trx) => {
    const before = await answeredBefore<{ id: string }>(trx, asked);
    if (before !== undefined) return before;
    const report = await loadRecord(trx, 'progress_report', asked.reportId);
    if (report === undefined) return refused(refusal('unseen'));
    const kept = whatKeepsFromAsking(asked.actor, report);
    if (kept !== null) return refused(kept);
    const beside = report.row.parent_id === null ? [] : await reportsOfIncubation(trx, report.row.parent_id);
    if (amendmentOpenOf(asked.reportId, beside) !== null)
      return refused(refusal('progress_report.amendmentOpen'));
    if (textOf(asked.input, 'reason').trim() === '' || listOf(asked.input, 'fields').length === 0)
      return refused(refusal('progress_report.amendmentUnnamed'));
    const at = house.clock.now();
    const id = await beginAsked(workAt(trx, at, asked.actor, asked.requestId), report, asked, beside);
    await rememberAnswer(trx, asked, { id }, at);
    return done({ id });
  });
}

/** Who may ask, and of what: the lead, of a report that was accepted and is no amendment itself. */
export function whatKeepsFromAsking(actor: Actor, report: LoadedRecord): Refusal | null {
  const subject = subjectOf('progress_report', report);
  if (!mayRead(actor, lifecycleNamed('progress_report'), subject)) return refusal('unseen');
  if (!rolesToward(actor, subject).includes('lead')) return refusal('notYours');
  if ((report.context as ProgressReportContext).amendment !== undefined)
    return refusal('progress_report.amendTheFirst');
  return report.row.state === 'accepted' ? null : refusal('progress_report.notAccepted');
}

/** The amendment of a report that is under way, or null. */
export const amendmentOpenOf = (
  reportId: string,
  reports: readonly ReportOfIncubation[],
): ReportOfIncubation | null =>
  reports.find(
    (r) => r.context.amendment?.reportId === reportId && !isFinal(lifecycleNamed('progress_report'), r.state),
  ) ?? null;

async function beginAsked(
  work: Work,
  report: LoadedRecord,
  { input, actor }: AmendmentAsked,
  beside: readonly ReportOfIncubation[],
): Promise<string> {
  const { row } = report;
  const original = report.context as ProgressReportContext;
  const incubation =
    row.parent_id === null ? undefined : await loadRecord(work.trx, 'incubation', row.parent_id);
  const calendar = await work.calendarOf(row.center_id);
  const standing = standingFor({ id: row.id, state: row.state, context: original }, beside);
  const by = { personId: actor.personId, name: actor.name, role: 'lead' as const };
  const id = await begin(work, {
    lifecycle: 'progress_report',
    centerId: row.center_id,
    organization: { id: row.organization_id, name: row.organization_name },
    parentId: row.parent_id,
    state: 'amendment_asked',
    context: beginAmendment({
      calendar,
      at: work.at,
      settings: original.settings,
      original,
      amendment: {
        reportId: row.id,
        reason: textOf(input, 'reason').trim(),
        fields: openedFields(listOf(input, 'fields')),
        before: standing.context.draft,
      },
      responsibleId: incubation?.row.responsible_id ?? row.responsible_id,
      mentorId: original.mentorId,
      pausedOn: incubation?.row.state === 'paused' ? localDate(work.at, calendar) : null,
    }),
    by,
  });
  await tellPeople(work, await hold(work, 'progress_report', id), { event: 'begin', input: {}, by });
  return id;
}
