import { localDate } from '#app/domain/calendar.ts';
import { beginEvaluation } from '#app/domain/lifecycles/evaluation/begin.ts';
import { beginGraduation } from '#app/domain/lifecycles/graduation/begin.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { mayApplyFrom } from '#app/domain/lifecycles/incubation/reentry.ts';
import { openEvaluationIds, openGraduationIds } from '#db/reads/evaluations.server.ts';
import { setBar, setOrganizationStanding } from '#db/writes/organizations.server.ts';
import { freeSeatOf } from '#db/writes/seats.server.ts';
import { begin, sendAsSystem } from '../engine/move.server.ts';
import type { Consequence, Held, Work } from '../engine/work.ts';
import { openReportIds, waiveReports } from './progress-report.server.ts';

const contextOf = (record: Held): IncubationContext => record.context as IncubationContext;

const organizationOf = ({ row }: Held) => ({ id: row.organization_id, name: row.organization_name });

/** A mid-term or final evaluation is planned; the incubation hears of its end. */
const openEvaluation: Consequence = async (work, { record, params }) => {
  const { settings, responsibleId } = contextOf(record);
  await begin(work, {
    lifecycle: 'evaluation',
    centerId: record.row.center_id,
    organization: organizationOf(record),
    parentId: record.row.id,
    context: beginEvaluation({
      calendar: await work.calendarOf(record.row.center_id),
      at: work.at,
      settings,
      kind: params.kind === 'final' ? 'final' : 'midterm',
      responsibleId,
    }),
  });
};

/** The organization becomes a candidate for graduation. */
const openGraduation: Consequence = async (work, { record }) => {
  const { settings, responsibleId, final } = contextOf(record);
  await begin(work, {
    lifecycle: 'graduation',
    centerId: record.row.center_id,
    organization: organizationOf(record),
    parentId: record.row.id,
    context: beginGraduation({
      calendar: await work.calendarOf(record.row.center_id),
      at: work.at,
      settings,
      responsibleId,
      evaluationScore: final?.score ?? 0,
      mustHavesMet: final?.mustHavesMet ?? false,
    }),
  });
};

/** Evaluations of an incubation that comes to its end are cancelled; it hears nothing back. A special one may be open at any time. */
export async function endEvaluationsOf(work: Work, incubationId: string): Promise<void> {
  for (const id of await openEvaluationIds(work.trx, incubationId))
    await sendAsSystem(work, 'evaluation', id, 'incubation_ended');
}

/** The incubation ends otherwise: open evaluations and graduations are cancelled, reports not yet due waived. */
const cancelOpenMatters: Consequence = async (work, happened) => {
  const { id } = happened.record.row;
  await endEvaluationsOf(work, id);
  for (const graduation of await openGraduationIds(work.trx, id))
    await sendAsSystem(work, 'graduation', graduation, 'cancel');
  await waiveReports(work, happened);
};

/** Another manager answers for the incubation, and with it for its reports, evaluations and graduation under way. */
const handOverOpenMatters: Consequence = async (work, { record }) => {
  const { id } = record.row;
  const input = { manager: contextOf(record).responsibleId ?? '' };
  const matters = [
    ...(await openReportIds(work, record)).map((report) => ['progress_report', report] as const),
    ...(await openEvaluationIds(work.trx, id)).map((evaluation) => ['evaluation', evaluation] as const),
    ...(await openGraduationIds(work.trx, id)).map((graduation) => ['graduation', graduation] as const),
  ];
  for (const [lifecycle, matter] of matters) await sendAsSystem(work, lifecycle, matter, 'reassign', input);
};

/** The organization has left the center: its seat is free, and nobody evaluates it any more. */
const leaveCenter: Consequence = async (work, { record }) => {
  await endEvaluationsOf(work, record.row.id);
  await freeSeatOf(work.trx, record.row.organization_id);
  await setOrganizationStanding(work.trx, record.row.organization_id, 'exited', work.at);
};

/** From when on it may apply again: sooner when it left by its own will. */
const barReentry: Consequence = async (work, { record }) => {
  const today = localDate(work.at, await work.calendarOf(record.row.center_id));
  await setBar(work.trx, record.row.organization_id, mayApplyFrom(contextOf(record), today));
};

export const incubationConsequences: Readonly<Record<string, Consequence>> = {
  openEvaluation,
  openGraduation,
  cancelOpenMatters,
  handOverOpenMatters,
  leaveCenter,
  barReentry,
};
