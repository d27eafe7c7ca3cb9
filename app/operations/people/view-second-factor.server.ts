import { needsSecondFactor } from '#app/domain/people/second-factor.ts';
import type { Sealer } from '#app/outside/sealing.server.ts';
import { onlyCenterName } from '#db/reads/centers.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { recoveryCodesLeft, secondFactorOf } from '#db/reads/second-factors.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import type { House } from '../house.ts';
import { sealedFor } from './give-code.server.ts';
import { addressOfSecret, newSecret } from './one-time-codes.server.ts';

/** The second factor as its owner sees it. */
export interface SecondFactorView {
  /** Null while there is none. */
  readonly since: string | null;
  readonly codesLeft: number;
  readonly needed: boolean;
}

export async function viewSecondFactor(house: House, personId: string): Promise<SecondFactorView> {
  const db = house.store.read;
  const roles = (await membershipsOf(db, personId)).map((m) => m.role);
  return {
    since: (await secondFactorOf(db, personId))?.created_at ?? null,
    codesLeft: await recoveryCodesLeft(db, personId),
    needed: needsSecondFactor(await securitySettings(db), roles),
  };
}

/** A secret that is proposed: for the picture, for typing, and sealed for the form that brings it back. */
export interface Proposal {
  readonly secret: string;
  /** `otpauth://…`, what the picture says. */
  readonly address: string;
  readonly sealed: string;
}

/** Proposes a secret; nothing is kept until its first code comes back. A form that is drawn again proposes the same. */
export async function proposeSecondFactor(
  house: House,
  sealer: Sealer,
  person: { readonly id: string; readonly email: string },
  product: string,
  sealedBefore = '',
): Promise<Proposal> {
  const before = sealedBefore === '' ? null : sealer.open(sealedBefore, sealedFor(person.id));
  const secret = before ?? newSecret();
  const issuer = (await onlyCenterName(house.store.read)) ?? product;
  return {
    secret,
    address: addressOfSecret(secret, issuer, person.email),
    sealed: before === null ? sealer.seal(secret, sealedFor(person.id)) : sealedBefore,
  };
}
