import type { RegistrationType } from '../forms/application-form.ts';
import type { GivenRole, Membership } from '../policy/actor.ts';

/** What a link is for, and what it remembers until it is followed. */
export interface LinkPayloads {
  /** The first administrator's, on an empty database. */
  readonly setup: Readonly<Record<never, never>>;
  /** Verifies the address of somebody who wants to apply. */
  readonly apply: {
    readonly email: string;
    readonly callId: string;
    readonly organizationName: string;
    readonly registrationType: RegistrationType;
  };
  readonly invitation: {
    readonly email: string;
    readonly role: GivenRole;
    readonly scope: Membership['scope'];
    readonly scopeId: string;
    readonly delegate: boolean;
    /** The center, organization or region, as the letter names it; empty for the whole installation. */
    readonly placeName: string;
    readonly invitedBy: string;
    /** Whose power it lives by; older links have none. */
    readonly inviterId?: string;
  };
  readonly reset: Readonly<Record<never, never>>;
}

export type LinkPurpose = keyof LinkPayloads;

/** For how many hours each may be followed, once. */
export const linkHours: Readonly<Record<LinkPurpose, number>> = {
  setup: 24,
  apply: 48,
  invitation: 7 * 24,
  reset: 1,
};
