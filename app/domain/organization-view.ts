import type { LifecycleName, Tone } from './lifecycles/lifecycle.ts';

/** One record of an organization's life, as a line of its timeline. */
export interface LifeLine {
  readonly lifecycle: LifecycleName;
  readonly id: string;
  readonly href: string;
  readonly number: string | null;
  readonly kind: string | null;
  readonly state: string;
  readonly tone: Tone;
  readonly ended: boolean;
  readonly began: string;
  readonly since: string;
  readonly due: string | null;
}

/** What the register says of an organization; personal data masked unless the reader may see it. */
export interface OrganizationFacts {
  readonly registrationType: string;
  readonly uscc: string | null;
  readonly recordNo: string | null;
  readonly stage: string | null;
  readonly communityKind: string | null;
  readonly fields: readonly string[];
  readonly community: string | null;
  readonly foundedOn: string | null;
  readonly address: string | null;
  readonly scope: string | null;
  readonly personName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly partyStatus: string | null;
  readonly creditFlag: string;
  readonly rating: string | null;
  readonly fullTime: number | null;
  readonly socialWorkers: number | null;
  readonly volunteers: number | null;
  readonly joinedOn: string | null;
  readonly barredUntil: string | null;
}

/** One organization's whole life, as this reader may see it. */
export interface OrganizationView {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly masked: boolean;
  readonly mayEdit: boolean;
  /** May open the page of its people: the lead, who gives and ends accounts. */
  readonly mayManagePeople: boolean;
  /** May open the list of all: a mentor opens the pages of their own organizations only. */
  readonly mayOpenRegister: boolean;
  readonly facts: OrganizationFacts;
  readonly seat: { readonly code: string; readonly room: string; readonly status: string } | null;
  readonly life: readonly LifeLine[];
  /** The nearest deadline among the records that still run. */
  readonly nextDue: LifeLine | null;
  readonly papers: readonly {
    readonly id: string;
    readonly slot: string;
    readonly name: string;
    readonly size: number;
    readonly uploadedAt: string;
  }[];
}
