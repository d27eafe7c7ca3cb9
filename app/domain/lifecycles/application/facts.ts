import type { Rubric } from '../../rubrics.ts';
import type { Sheet } from '../../scoring.ts';
import type { Words } from '../../words.ts';
import type { StampedEvent } from '../lifecycle.ts';
import type { NoticedContext } from '../objections.ts';
import type { PanelResult } from '../score-sheet.ts';

/** Three tracks with their own documents: registered 已登记, recorded 备案, not yet registered 拟登记. */
export type Track = 'registered' | 'recorded' | 'unregistered';

/** The seven grounds of refusal (Luzhou 2025) by their codes. */
export const grounds = [
  'penalty',
  'inspection',
  'illegal_branch',
  'governance',
  'tax',
  'false_material',
  'integrity',
] as const;

export interface PanelMember {
  readonly personId: string;
  readonly name: string;
  readonly stage: 'named' | 'declared' | 'recused' | 'replaced';
  /** ISO instant at which the lead was shown the name. */
  readonly shownAt: string;
  /** The lead asked that this member step back, and the director has not answered yet. */
  readonly recusalAsked?: boolean;
}

export interface SupplementItem {
  readonly key: string;
  readonly label: Words;
  readonly reason: string;
}

export interface ApplicationContext extends NoticedContext {
  readonly track: Track;
  readonly callId: string;
  /** A rolling intake decides each application at once and never closes. */
  readonly rolling: boolean;
  readonly number: string | null;
  readonly responsibleId: string | null;
  readonly submittedAt: string | null;
  readonly snapshots: number;
  readonly screenedBy: readonly string[];
  readonly supplementRounds: number;
  readonly supplement: readonly SupplementItem[];
  readonly partyOpinion: { readonly supports: boolean; readonly note: string } | null;
  readonly panel: readonly PanelMember[];
  readonly meetingOn: string | null;
  /** Frozen when the sheets are opened. */
  readonly rubric: Rubric | null;
  readonly sheets: Readonly<Record<string, Sheet>>;
  readonly score: PanelResult | null;
  readonly vetoed: boolean;
  readonly residency: 'onsite' | 'virtual' | null;
  readonly signedBy: { readonly lead?: string; readonly director?: string };
  readonly signingExtended: boolean;
}

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly conflict: boolean;
}

/** What the engine looks up for the guards and forms of an application. */
export interface ApplicationObserved {
  readonly call: { readonly opensAt: string; readonly closesAt: string | null; readonly published: boolean };
  readonly form: { readonly incomplete: readonly string[]; readonly missingDocuments: readonly string[] };
  readonly organization: {
    readonly name: string;
    readonly type: string;
    readonly codeFits: boolean;
    readonly creditFlag: 'normal' | 'abnormal' | 'illegal';
    readonly barredUntil: string | null;
  };
  readonly others: { readonly applications: number; readonly incubations: number };
  readonly applicationNumber: string;
  readonly supplementable: readonly { readonly key: string; readonly label: Words }[];
  readonly reviewerCandidates: readonly Candidate[];
  readonly entryRubric: Rubric;
  readonly objectionNumber: string;
  readonly ranking: {
    readonly openReviews: number;
    readonly admitted: number;
    readonly quota: number | null;
  };
  readonly seats: { readonly free: number };
  readonly managers: readonly { readonly personId: string; readonly name: string }[];
}

export const applicationEventNames = [
  'submit',
  'discard',
  'change_kind',
  'accept',
  'record_party_opinion',
  'request_supplement',
  'resubmit',
  'pass',
  'refuse',
  'appoint_panel',
  'declare',
  'request_recusal',
  'answer_recusal',
  'convene',
  'save_sheet',
  'score',
  'recuse',
  'replace_reviewer',
  'close_review',
  'admit',
  'waitlist',
  'reject',
  'promote',
  'object',
  'dismiss_objection',
  'uphold_objection',
  'sign',
  'extend_signing',
  'withdraw',
  'reassign',
] as const;

export type ApplicationEventName = (typeof applicationEventNames)[number];
export type ApplicationEvent = StampedEvent<ApplicationEventName, ApplicationObserved>;
export type ApplicationArgs = { context: ApplicationContext; event: ApplicationEvent };

/** The panel members whose seat counts: neither recused nor replaced. */
export const sitting = (context: ApplicationContext): readonly PanelMember[] =>
  context.panel.filter((m) => m.stage === 'named' || m.stage === 'declared');

/** A community's organization: recorded or not yet registered; the Party committee's opinion is asked. */
export const ofCommunity = (context: ApplicationContext): boolean => context.track !== 'registered';
