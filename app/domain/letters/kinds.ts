import type { LifecycleName } from '../lifecycles/lifecycle.ts';
import type { Role } from '../policy/actor.ts';
import { admissionNotice, agreement, receipt, refusal, supplement, waitlist } from './application-letters.ts';
import type { HistoryLine, LetterBuilder } from './case.ts';
import { announcement, evaluationAppealDecision } from './evaluation-letters.ts';
import { evaluationReport } from './evaluation-report.ts';
import { certificate, graduationNotice, graduationRefusal } from './graduation-letters.ts';
import {
  exitAppealDecision,
  exitNotice,
  extensionDecision,
  pauseDecision,
  rectificationOrder,
} from './incubation-letters.ts';
import { panelMinutes } from './panel-minutes.ts';
import { acceptedReport } from './progress-report-letter.ts';

/** What the rule of a letter looks at: an event and the move it made. */
export type Happened = Pick<HistoryLine, 'event' | 'from' | 'to'>;

/** A kind of letter: from which event it follows, who may read it, and how it is described. */
export interface LetterKind {
  readonly lifecycle: LifecycleName;
  readonly issuedBy: (happened: Happened) => boolean;
  readonly readBy: readonly Role[];
  readonly describe: LetterBuilder;
}

const organization = ['lead', 'staff', 'finance'] as const;
const office = ['manager', 'director', 'supervisor'] as const;

const on =
  (...events: readonly string[]) =>
  ({ event }: Happened): boolean =>
    events.includes(event);

/** Came into a state from elsewhere, not back from one of these. */
const into =
  (state: string, ...notFrom: readonly string[]) =>
  ({ from, to }: Happened): boolean =>
    to === state && from !== state && !notFrom.includes(from ?? '');

const applicants: readonly Role[] = [...organization, ...office, 'party_committee'];
const incubated: readonly Role[] = [...organization, ...office, 'mentor', 'party_committee'];
const evaluated: readonly Role[] = [...organization, ...office, 'assessor'];
const graduating: readonly Role[] = [...organization, ...office];

/**
 * Every letter that a lifecycle's events give rise to. Nobody reads one who may not read the record; minutes, which
 * name judges, go to those who decide.
 */
export const letterKinds = {
  receipt: {
    lifecycle: 'application',
    issuedBy: on('submit', 'resubmit'),
    readBy: applicants,
    describe: receipt,
  },
  supplement: {
    lifecycle: 'application',
    issuedBy: on('request_supplement'),
    readBy: applicants,
    describe: supplement,
  },
  minutes: {
    lifecycle: 'application',
    issuedBy: on('close_review'),
    readBy: office,
    describe: panelMinutes,
  },
  refusal: {
    lifecycle: 'application',
    issuedBy: into('rejected'),
    readBy: applicants,
    describe: refusal,
  },
  waitlist: { lifecycle: 'application', issuedBy: on('waitlist'), readBy: applicants, describe: waitlist },
  'admission-notice': {
    lifecycle: 'application',
    issuedBy: on('admit', 'promote'),
    readBy: [...applicants, 'reviewer'],
    describe: admissionNotice,
  },
  'agreement-draft': {
    lifecycle: 'application',
    issuedBy: into('agreement_pending'),
    readBy: applicants,
    describe: agreement,
  },
  agreement: {
    lifecycle: 'application',
    issuedBy: into('admitted'),
    readBy: applicants,
    describe: agreement,
  },
  rectification: {
    lifecycle: 'incubation',
    issuedBy: (h) =>
      h.event === 'evaluation_failed' || (h.event === 'order_rectification' && h.from !== h.to),
    readBy: incubated,
    describe: rectificationOrder,
  },
  exit: {
    lifecycle: 'incubation',
    issuedBy: into('exit_notice', 'exit_appeal'),
    readBy: incubated,
    describe: exitNotice,
  },
  extension: {
    lifecycle: 'incubation',
    issuedBy: on('grant_extension', 'deny_extension'),
    readBy: incubated,
    describe: extensionDecision,
  },
  pause: {
    lifecycle: 'incubation',
    issuedBy: on('pause', 'refuse_pause'),
    readBy: incubated,
    describe: pauseDecision,
  },
  'exit-appeal': {
    lifecycle: 'incubation',
    issuedBy: on('uphold_appeal', 'dismiss_appeal'),
    readBy: incubated,
    describe: exitAppealDecision,
  },
  announcement: {
    lifecycle: 'evaluation',
    issuedBy: on('announce'),
    readBy: evaluated,
    describe: announcement,
  },
  'evaluation-appeal': {
    lifecycle: 'evaluation',
    issuedBy: on('revise_result', 'reject_appeal'),
    readBy: evaluated,
    describe: evaluationAppealDecision,
  },
  'evaluation-report': {
    lifecycle: 'evaluation',
    issuedBy: into('confirmed'),
    readBy: evaluated,
    describe: evaluationReport,
  },
  'graduation-notice': {
    lifecycle: 'graduation',
    issuedBy: on('approve'),
    readBy: graduating,
    describe: graduationNotice,
  },
  'graduation-refusal': {
    lifecycle: 'graduation',
    issuedBy: (h) => into('refused')(h) && h.event !== 'cancel',
    readBy: graduating,
    describe: graduationRefusal,
  },
  certificate: {
    lifecycle: 'graduation',
    issuedBy: into('certified'),
    readBy: graduating,
    describe: certificate,
  },
  'progress-report': {
    lifecycle: 'progress_report',
    issuedBy: on('accept'),
    readBy: [...organization, ...office, 'mentor'],
    describe: acceptedReport,
  },
} as const satisfies Readonly<Record<string, LetterKind>>;

export type LetterName = keyof typeof letterKinds;

export const letterNames = Object.keys(letterKinds) as readonly LetterName[];

/** The kind of that name. */
export const letterKind = (name: LetterName): LetterKind => letterKinds[name];

/** A letter of a record as it stands in an address: its kind and the number of the event behind it. */
export const letterId = (name: LetterName, number: number): string => `${name}-${number}`;

/** What an address names, or undefined. */
export function parseLetterId(
  id: string,
): { readonly name: LetterName; readonly number: number } | undefined {
  const found = /^([a-z-]{1,40})-([1-9]\d{0,5})$/.exec(id);
  const name = letterNames.find((n) => n === found?.[1]);
  return name === undefined ? undefined : { name, number: Number(found?.[2]) };
}

/** The letters that an event of a lifecycle gives rise to, as far as somebody in these roles may read them. */
export const lettersFrom = (
  lifecycle: LifecycleName,
  happened: Happened,
  roles: readonly Role[],
): readonly LetterName[] =>
  letterNames.filter((name) => {
    const kind = letterKind(name);
    return (
      kind.lifecycle === lifecycle &&
      kind.issuedBy(happened) &&
      roles.some((role) => kind.readBy.includes(role))
    );
  });
