import type { DocumentRef } from '../../forms/field.ts';
import type { StampedEvent } from '../lifecycle.ts';
import type { NoticedContext } from '../objections.ts';

/** The lines of the live checklist (出壳清单), in its order. */
export const checklistLines = [
  'registered',
  'rules',
  'account',
  'staff',
  'project',
  'reports',
  'rectification',
] as const;
export type ChecklistLine = (typeof checklistLines)[number];

/** The charter and the core rules that an organization must have. */
export const coreRules = ['charter', 'finance', 'people', 'archive', 'project', 'volunteers'] as const;

/** Lines that rest on a fact which a named person states with a document. */
export const statedLines = ['rules', 'account', 'staff', 'project'] as const;
export type StatedLine = (typeof statedLines)[number];

/** A fact that somebody stated for a line, with the documents that show it. */
export interface StatedFact {
  /** rules: ids of `coreRules`; account: `own` or `trusteeship`; staff: how many; project: its name. */
  readonly value: string | number | readonly string[];
  readonly documents: readonly DocumentRef[];
  readonly by: string;
  readonly role: string;
  readonly at: string;
}

/** What is handed over when an organization leaves (退场交接), each part whole. */
export const handoverParts = ['seat', 'keys', 'property', 'archive', 'accounts', 'projects'] as const;

/** When the follow-up visits (跟踪回访) fall due, in months after the certificate. */
export const visitMonths = [3, 6, 12] as const;
export type VisitMonth = (typeof visitMonths)[number];

export interface FollowUpVisit {
  readonly month: VisitMonth;
  readonly stage: 'ahead' | 'due' | 'done';
  readonly found: {
    readonly on: string;
    readonly alive: boolean;
    readonly people: number;
    /** Fen. */
    readonly income: number;
    readonly projects: number;
    readonly rating: string;
    readonly note: string;
  } | null;
}

export interface GraduationContext extends NoticedContext {
  readonly responsibleId: string | null;
  readonly number: string | null;
  /** Of the confirmed final evaluation, hundredths of a point. */
  readonly evaluationScore: number;
  readonly mustHavesMet: boolean;
  readonly report: readonly DocumentRef[];
  readonly plan: readonly DocumentRef[];
  readonly facts: Readonly<Partial<Record<StatedLine, StatedFact>>>;
  readonly verifiedBy: string | null;
  readonly returns: readonly {
    readonly by: 'manager' | 'supervisor';
    readonly lines: readonly string[];
    readonly reason: string;
    readonly at: string;
  }[];
  readonly failedBy: { readonly manager?: string; readonly director?: string };
  readonly failedLines: readonly string[];
  readonly handedOverBy: { readonly manager?: string; readonly lead?: string };
  readonly certificate: string | null;
  readonly visits: readonly FollowUpVisit[];
  readonly dissolved: boolean;
  readonly revokedBy: { readonly director?: string; readonly supervisor?: string };
}

/** What the engine looks up for the guards and forms of a graduation. */
export interface GraduationObserved {
  readonly organization: {
    readonly registered: boolean;
    readonly recorded: boolean;
    /** The unified code or the record number. */
    readonly proof: string;
  };
  readonly reports: { readonly overdue: number };
  readonly rectification: { readonly open: number };
  readonly evaluation: {
    readonly confirmed: boolean;
    /** Hundredths of a point. */
    readonly score: number;
    readonly mustHavesMet: boolean;
    readonly assessors: readonly string[];
  };
  readonly graduationNumber: string;
  readonly certificateNumber: string;
  readonly objectionNumber: string;
  readonly managers: readonly { readonly personId: string; readonly name: string }[];
}

export const graduationEventNames = [
  'apply',
  'state_fact',
  'verify',
  'pass_verification',
  'return_application',
  'fail_verification',
  'approve',
  'refuse',
  'object',
  'dismiss_objection',
  'uphold_objection',
  'complete_handover',
  'record_visit',
  'close',
  'revoke',
  'reassign',
] as const;

/** Events that the incubation sends. */
export const graduationSystemEvents = ['cancel'] as const;

export type GraduationEventName = (typeof graduationEventNames)[number];
export type GraduationEvent = StampedEvent<
  GraduationEventName | (typeof graduationSystemEvents)[number],
  GraduationObserved
>;
export type GraduationArgs = { context: GraduationContext; event: GraduationEvent };
