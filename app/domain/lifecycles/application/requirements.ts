import { addWorkingDays, localDate } from '../../calendar.ts';
import { groupOf, listOf, textOf, tickedIn } from '../../forms/values.ts';
import { type Refusal, refusal } from '../../refusal.ts';
import { onInput } from '../guards.ts';
import { noticeRequirements } from '../objections.ts';
import { sheetSent } from '../score-events.ts';
import { sheetRefusals } from '../score-sheet.ts';
import {
  type ApplicationArgs,
  type ApplicationContext,
  type Candidate,
  ofCommunity,
  sitting,
} from './facts.ts';

type Answer = Refusal | null | readonly Refusal[];
type Ask = (args: ApplicationArgs) => Answer;

const ask = <T extends Record<string, Ask>>(requirements: T): T => requirements;

const isOnPanel = ({ context, event }: ApplicationArgs): boolean =>
  context.panel.some((m) => m.personId === event.by.personId && m.stage !== 'replaced');

/** Why somebody cannot judge this application: a conflict, or it is theirs to manage, or they screened it. */
function whyNotAJudge(context: ApplicationContext, candidate: Candidate): Refusal | null {
  const { personId, name } = candidate;
  if (candidate.conflict) return refusal('application.candidateInConflict', { name });
  return context.responsibleId === personId || context.screenedBy.includes(personId)
    ? refusal('application.reviewerManages', { name })
    : null;
}

/** The questions that the application's guards ask, each answering with what is missing. */
export const applicationRequirements = ask({
  callIsOpen: ({ event }) => {
    const call = event.observed.call;
    if (call === undefined || !call.published || call.opensAt > event.at)
      return refusal('application.callNotOpen');
    return call.closesAt !== null && call.closesAt <= event.at ? refusal('application.callClosed') : null;
  },
  formIsComplete: ({ event }) => {
    const form = event.observed.form;
    if (form === undefined) return refusal('application.formIncomplete', { count: 1 });
    const parts: Refusal[] = [];
    if (form.incomplete.length > 0)
      parts.push(refusal('application.formIncomplete', { count: form.incomplete.length }));
    if (form.missingDocuments.length > 0)
      parts.push(refusal('application.documentsMissing', { count: form.missingDocuments.length }));
    return parts;
  },
  organizationMayApply: ({ context, event }) => {
    const organization = event.observed.organization;
    if (organization === undefined) return refusal('application.organizationUnknown');
    const parts: Refusal[] = [];
    // A code that is not written yet does not contradict anything: the section that asks for it is still to be filled.
    const isStated = event.observed.form?.incomplete.includes('organization') !== true;
    if (context.track === 'registered' && isStated && !organization.codeFits)
      parts.push(refusal('application.codeDoesNotFit'));
    if (organization.creditFlag !== 'normal')
      parts.push(refusal(`application.listed.${organization.creditFlag}`));
    if (organization.barredUntil !== null && organization.barredUntil > localDate(event.at, event.calendar))
      parts.push(refusal('application.barred', { until: organization.barredUntil }));
    return parts;
  },
  nothingElseUnderWay: ({ event }) => {
    const others = event.observed.others ?? { applications: 0, incubations: 0 };
    if (others.applications > 0) return refusal('application.anotherApplication');
    return others.incubations > 0 ? refusal('application.alreadyIncubated') : null;
  },
  declaredTrue: onInput(({ event }: ApplicationArgs) =>
    tickedIn(event.input, 'consent') && tickedIn(event.input, 'truth')
      ? null
      : refusal('application.declarationMissing'),
  ),
  kindIsAnother: onInput(({ event }: ApplicationArgs) => {
    const name = 'registrationType';
    return textOf(event.input, name) === event.observed.organization?.type
      ? [{ field: name, ...refusal('application.kindIsTheSame') }]
      : null;
  }),
  roundsLeft: ({ context }) =>
    context.supplementRounds < context.settings.supplementRounds
      ? null
      : refusal('application.supplementRoundsUsed', { rounds: context.settings.supplementRounds }),
  somethingMarked: onInput(({ event }: ApplicationArgs) =>
    Object.values(groupOf(event.input, 'reason')).some((v) => typeof v === 'string' && v.trim() !== '')
      ? null
      : refusal('application.nothingMarked'),
  ),
  everyItemAnswered: onInput(({ context, event }: ApplicationArgs) => {
    const open = context.supplement.filter((item) => textOf(event.input, `answer.${item.key}`).trim() === '');
    return open.length === 0 ? null : refusal('application.itemsUnanswered', { count: open.length });
  }),
  checklistAllYes: onInput(({ event }: ApplicationArgs) => {
    const answers = Object.values(groupOf(event.input, 'check'));
    return answers.length > 0 && answers.every((v) => v === true)
      ? null
      : refusal('application.checklistOpen');
  }),
  partyOpinionRecorded: ({ context }) =>
    !ofCommunity(context) || context.partyOpinion !== null
      ? null
      : refusal('application.partyOpinionMissing'),
  groundNamed: onInput(({ context, event }: ApplicationArgs) => {
    if (listOf(event.input, 'grounds').length > 0) return null;
    return context.supplementRounds >= context.settings.supplementRounds
      ? null
      : refusal('application.groundMissing');
  }),
  candidatesWithoutConflict: onInput(({ context, event }: ApplicationArgs) => {
    const candidates = event.observed.reviewerCandidates ?? [];
    const chosen = listOf(event.input, 'members').map((id) => candidates.find((c) => c.personId === id));
    if (chosen.some((c) => c === undefined)) return refusal('application.notACandidate');
    return chosen.flatMap((c) => (c && whyNotAJudge(context, c)) ?? []);
  }),
  replacementWithoutConflict: onInput(({ context, event }: ApplicationArgs) => {
    const joining = event.observed.reviewerCandidates?.find(
      (c) => c.personId === textOf(event.input, 'replacement'),
    );
    if (joining === undefined || context.panel.some((m) => m.personId === joining.personId))
      return refusal('application.notACandidate');
    return whyNotAJudge(context, joining);
  }),
  seatIsMineAndUndeclared: ({ context, event }) =>
    context.panel.some((m) => m.personId === event.by.personId && m.stage === 'named')
      ? null
      : refusal('application.alreadyDeclared'),
  namesShownLately: ({ context, event }) => {
    const today = localDate(event.at, event.calendar);
    const open = sitting(context).filter(
      (m) =>
        !m.recusalAsked && today <= addWorkingDays(event.calendar, localDate(m.shownAt, event.calendar), 2),
    );
    const named = textOf(event.input, 'member');
    const isOpen = named === '' ? open.length > 0 : open.some((m) => m.personId === named);
    return isOpen ? null : refusal('application.recusalWindowOver');
  },
  recusalWasAsked: ({ context, event }) => {
    if (!context.panel.some((m) => m.recusalAsked === true)) return refusal('application.noRecusalAsked');
    // a locked sheet never changes: who has locked it is heard, and stays
    const isLocked = context.sheets[textOf(event.input, 'member')]?.locked === true;
    return isLocked && textOf(event.input, 'answer') === 'grant' ? refusal('application.sheetLocked') : null;
  },
  panelIsSound: ({ context }) => {
    const members = sitting(context);
    const parts: Refusal[] = [];
    if (members.length < 3 || members.length % 2 === 0)
      parts.push(
        refusal('application.panelNotOdd', { count: members.length, size: context.settings.panelSize }),
      );
    const waiting = members.filter((m) => m.stage !== 'declared');
    if (waiting.length > 0) parts.push(refusal('application.declarationsOpen', { count: waiting.length }));
    if (context.panel.some((m) => m.recusalAsked)) parts.push(refusal('application.recusalUnanswered'));
    return parts;
  },
  toldInTime: onInput(({ context, event }: ApplicationArgs) => {
    const meeting = textOf(event.input, 'meetingOn');
    const days = context.settings.panelNoticeDays;
    const earliest = addWorkingDays(event.calendar, localDate(event.at, event.calendar), days);
    return meeting >= earliest ? null : refusal('application.meetingTooSoon', { days, earliest });
  }),
  ownSheetOpen: ({ context, event }) => {
    const me = context.panel.find((m) => m.personId === event.by.personId);
    if (me === undefined || me.stage !== 'declared') return refusal('application.notYourSheet');
    return context.sheets[me.personId]?.locked ? refusal('application.sheetLocked') : null;
  },
  sheetIsGood: onInput(({ context, event }: ApplicationArgs) =>
    context.rubric === null || event.by.personId === null
      ? refusal('application.notYourSheet')
      : sheetRefusals(context.rubric, sheetSent(context.rubric, event.by.personId, event)),
  ),
  somebodyCanStepBack: ({ context, event }) => {
    const open = sitting(context).filter((m) => !context.sheets[m.personId]?.locked);
    const member = event.by.role === 'reviewer' ? event.by.personId : textOf(event.input, 'member');
    const isOpen =
      event.preview && event.by.role !== 'reviewer'
        ? open.length > 0
        : open.some((m) => m.personId === member);
    return isOpen ? null : refusal('application.sheetLocked');
  },
  seatToFill: ({ context, event }) => {
    const due = context.deadlines.scoring;
    const overdue = due !== undefined && due.due <= event.at;
    const member = textOf(event.input, 'member');
    const isToFill = ({ personId, stage }: { readonly personId: string; readonly stage: string }) =>
      stage === 'recused' || (overdue && stage !== 'replaced' && !context.sheets[personId]?.locked);
    return context.panel.some((m) => (event.preview || m.personId === member) && isToFill(m))
      ? null
      : refusal('application.noSeatToFill');
  },
  notOnPanel: (args) => (isOnPanel(args) ? refusal('application.youAreOnThePanel') : null),
  allSheetsLocked: ({ context }) => {
    const members = sitting(context);
    const open = members.filter((m) => !context.sheets[m.personId]?.locked);
    const parts: Refusal[] = [];
    if (open.length > 0) parts.push(refusal('application.sheetsOpen', { count: open.length }));
    if (members.length < 3 || members.length % 2 === 0)
      parts.push(
        refusal('application.panelNotOdd', { count: members.length, size: context.settings.panelSize }),
      );
    return parts;
  },
  mayDecide: ({ context, event }) =>
    event.by.role === context.settings.decider || event.by.role === 'supervisor'
      ? null
      : refusal(`application.decidedBy.${context.settings.decider}`),
  notScreenedAlone: ({ context, event }) =>
    context.screenedBy.length > 0 && context.screenedBy.every((id) => id === event.by.personId)
      ? refusal('application.youScreenedIt')
      : null,
  rankingStands: ({ context, event }) => {
    const open = event.observed.ranking?.openReviews ?? 0;
    return context.rolling || open === 0 ? null : refusal('application.reviewsOpen', { count: open });
  },
  scorePasses: ({ context }) => {
    if (context.vetoed) return refusal('application.vetoed');
    const pass = context.settings.entryPass;
    return (context.score?.hundredths ?? 0) >= pass * 100 ? null : refusal('application.belowPass', { pass });
  },
  scoreFails: ({ context }) =>
    context.vetoed || (context.score?.hundredths ?? 0) < context.settings.entryPass * 100
      ? null
      : refusal('application.scorePasses', { pass: context.settings.entryPass }),
  quotaLeft: ({ event }) => {
    const { admitted, quota } = event.observed.ranking ?? { admitted: 0, quota: null };
    return quota === null || admitted < quota ? null : refusal('application.quotaFull', { quota });
  },
  seatFreeOrVirtual: onInput(({ context, event }: ApplicationArgs) => {
    const residency = textOf(event.input, 'residency') || context.residency;
    return residency === 'virtual' || (event.observed.seats?.free ?? 0) > 0
      ? null
      : refusal('application.noSeatFree');
  }),
  noPlace: ({ event }) => {
    const { admitted, quota } = event.observed.ranking ?? { admitted: 0, quota: null };
    const full = (quota !== null && admitted >= quota) || (event.observed.seats?.free ?? 0) === 0;
    return full ? null : refusal('application.placesLeft');
  },
  notListed: ({ event }) => {
    const flag = event.observed.organization?.creditFlag ?? 'normal';
    return flag === 'normal' ? null : refusal(`application.listed.${flag}`);
  },
  ...noticeRequirements,
  notSignedByMe: ({ context, event }) => {
    const role = event.by.role as 'lead' | 'director';
    return context.signedBy[role] === undefined ? null : refusal('bothMustAct.youSigned');
  },
  signingNotExtended: ({ context }) =>
    context.signingExtended ? refusal('application.signingExtendedOnce') : null,
});
