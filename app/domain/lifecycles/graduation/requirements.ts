import { localDate } from '../../calendar.ts';
import { documentsOf, listOf, textOf, tickedIn } from '../../forms/values.ts';
import { type Refusal, refusal } from '../../refusal.ts';
import { onInput } from '../guards.ts';
import { noticeRequirements } from '../objections.ts';
import { graduationChecklist } from './checklist.ts';
import { checklistLines, type GraduationArgs, handoverParts } from './facts.ts';
import { factsGiven } from './stated-facts.ts';

const once = (done: boolean): Refusal | null => (done ? refusal('bothMustAct.youDid') : null);

const returnedBy = ({ context }: GraduationArgs, who: 'manager' | 'supervisor'): Refusal | null =>
  context.returns.some((r) => r.by === who) ? refusal('graduation.returnedOnce') : null;

const evaluationStands = ({ context, event }: GraduationArgs): Refusal | null => {
  const seen = event.observed.evaluation;
  const pass = context.settings.graduationPass;
  if (seen === undefined || !seen.confirmed) return refusal('graduation.evaluationNotConfirmed');
  if (seen.score < pass * 100) return refusal('graduation.evaluationBelowPass', { pass });
  return seen.mustHavesMet ? null : refusal('graduation.mustHaveMissing');
};

/** The questions that the graduation's guards ask, each answering with what is missing. */
export const graduationRequirements = {
  ...noticeRequirements,

  documentsGiven: onInput(({ event }: GraduationArgs): readonly Refusal[] => {
    const parts: Refusal[] = [];
    if (documentsOf(event.input, 'report').length === 0) parts.push(refusal('graduation.reportMissing'));
    if (documentsOf(event.input, 'plan').length === 0) parts.push(refusal('graduation.planMissing'));
    return parts;
  }),
  factsShown: onInput(({ context, event }: GraduationArgs): readonly Refusal[] => {
    const given = factsGiven(context, event.input);
    if (given.length === 0) return [refusal('graduation.nothingStated')];
    return given
      .filter((f) => f.documents.length === 0 && (context.facts[f.line]?.documents ?? []).length === 0)
      .map((f) => ({ ...refusal('graduation.missing.document'), field: `${f.line}Documents` }));
  }),
  checklistMet: ({ context, event }: GraduationArgs): readonly Refusal[] =>
    graduationChecklist(context, event.observed).flatMap((line) => line.missing ?? []),
  evaluationStands,
  byManager: ({ event }: GraduationArgs): Refusal | null =>
    event.by.role === 'manager' ? null : refusal('graduation.managerVerifies'),
  bySupervisor: ({ event }: GraduationArgs): Refusal | null =>
    event.by.role === 'supervisor' ? null : refusal('graduation.supervisorDecides'),
  managerReturnsLeft: (args: GraduationArgs): Refusal | null => returnedBy(args, 'manager'),
  supervisorReturnsLeft: (args: GraduationArgs): Refusal | null => returnedBy(args, 'supervisor'),
  linesNamed: onInput(({ event }: GraduationArgs): Refusal | null => {
    const named = listOf(event.input, 'lines');
    return named.length > 0 && named.every((id) => (checklistLines as readonly string[]).includes(id))
      ? null
      : refusal('graduation.noLineNamed');
  }),
  notFailedByMe: ({ context, event }: GraduationArgs): Refusal | null =>
    once(context.failedBy[event.by.role as 'manager' | 'director'] !== undefined),
  notItsAssessor: ({ event }: GraduationArgs): Refusal | null =>
    event.by.personId !== null && (event.observed.evaluation?.assessors ?? []).includes(event.by.personId)
      ? refusal('graduation.youAssessedIt')
      : null,
  notItsVerifier: ({ context, event }: GraduationArgs): Refusal | null =>
    context.verifiedBy !== null && context.verifiedBy === event.by.personId
      ? refusal('graduation.youVerifiedIt')
      : null,
  reasonGiven: onInput(({ event }: GraduationArgs): Refusal | null =>
    textOf(event.input, 'reason').trim() === '' ? refusal('graduation.reasonMissing') : null,
  ),

  notHandedOverByMe: ({ context, event }: GraduationArgs): Refusal | null =>
    once(context.handedOverBy[event.by.role as 'manager' | 'lead'] !== undefined),
  everythingHandedOver: onInput(({ event }: GraduationArgs): Refusal | null => {
    const open = handoverParts.filter((part) => !tickedIn(event.input, `handover.${part}`));
    return open.length === 0 ? null : refusal('graduation.handoverOpen', { count: open.length });
  }),

  visitIsDue: ({ context, event }: GraduationArgs): Refusal | null => {
    const due = context.visits.filter((v) => v.stage === 'due');
    if (due.length === 0) return refusal('graduation.noVisitDue');
    if (event.preview) return null;
    return due.some((v) => String(v.month) === textOf(event.input, 'month'))
      ? null
      : refusal('graduation.noVisitDue');
  },
  visitHasBeen: onInput(({ event }: GraduationArgs): Refusal | null =>
    textOf(event.input, 'on') <= localDate(event.at, event.calendar)
      ? null
      : refusal('graduation.visitAhead'),
  ),
  followedToTheEnd: ({ context }: GraduationArgs): Refusal | null =>
    context.dissolved || context.visits.some((v) => v.month === 12 && v.stage === 'done')
      ? null
      : refusal('graduation.lastVisitOpen'),
  notRevokedByMe: ({ context, event }: GraduationArgs): Refusal | null =>
    once(context.revokedBy[event.by.role as 'director' | 'supervisor'] !== undefined),
};
