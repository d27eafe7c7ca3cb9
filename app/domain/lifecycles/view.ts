import type { Role } from '../policy/actor.ts';
import type { Refusal } from '../refusal.ts';
import type { LifecycleName, Tone } from './lifecycle.ts';

/** An event that the viewer's role may send: open now, or closed with the reasons. */
export interface StepView {
  readonly event: string;
  readonly noun: string;
  readonly manner: 'primary' | 'plain' | 'danger';
  readonly role: Role;
  readonly reasons: readonly Refusal[];
}

/** Somebody for whom the record waits. */
export interface WaitView {
  readonly event: string;
  readonly role: string;
  readonly name: string | null;
  readonly due: string | null;
  readonly late: boolean;
  readonly mine: boolean;
}

export interface RoadView {
  readonly state: string;
  readonly place: 'done' | 'now' | 'next' | 'skipped';
  readonly at: string | null;
  readonly who: string | null;
}

export interface HistoryView {
  readonly number: number;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: string;
  readonly who: string | null;
  readonly role: string;
  readonly reason: string | null;
  readonly hash: string;
}

export interface RecordView {
  readonly lifecycle: LifecycleName;
  readonly id: string;
  readonly state: string;
  readonly tone: Tone;
  readonly ended: boolean;
  readonly version: number;
  readonly number: string | null;
  readonly kind: string | null;
  readonly parentId: string | null;
  readonly centerId: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly responsible: string | null;
  readonly createdAt: string;
  readonly stateSince: string;
  readonly roles: readonly Role[];
  readonly waits: readonly WaitView[];
  readonly steps: readonly StepView[];
  readonly road: readonly RoadView[];
  readonly deadlines: readonly { readonly name: string; readonly due: string; readonly held: boolean }[];
  readonly history: readonly HistoryView[];
}

/** What others did since the reader's last visit: numbers of the history, and the parts of the page that speak of it. */
export interface NewsView {
  readonly events: readonly number[];
  readonly sections: readonly string[];
}

/** Something that waits, as a row of the desk. */
export interface DeskRow {
  readonly lifecycle: LifecycleName;
  readonly recordId: string;
  readonly noun: string;
  readonly event: string;
  readonly state: string;
  readonly role: string;
  readonly organizationName: string;
  readonly due: string | null;
  readonly overdue: boolean;
  /** How many people the same step waits for. */
  readonly people: number;
  /** It began to wait after the reader had last seen the record change. */
  readonly fresh: boolean;
  /** Who it waits for, where that is one person. */
  readonly name?: string | null;
}

/** What waits for a person, what others do that they follow, and how the center stands. */
export interface DeskView {
  readonly rows: readonly DeskRow[];
  /** Whether more waits than `rows` holds. */
  readonly more: boolean;
  /** Whether all of it was asked for, not just the most urgent. */
  readonly whole: boolean;
  readonly following: readonly DeskRow[];
  readonly standing: readonly { readonly state: string; readonly tone: Tone; readonly count: number }[];
  readonly overdue: number;
}

/** A lifecycle laid out: stations along the main road, states beside them, states off the road. */
export interface LifecyclePictureView {
  readonly lifecycle: LifecycleName;
  readonly state: string;
  readonly nodes: readonly {
    readonly state: string;
    readonly place: 'road' | 'beside' | 'off';
    /** The station on the road, from 0. */
    readonly column: number;
    readonly final: boolean;
    readonly seen: boolean;
  }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  readonly ways: readonly {
    readonly from: string;
    readonly to: string;
    readonly event: string;
    readonly timer: boolean;
    readonly roles: readonly string[];
  }[];
}
