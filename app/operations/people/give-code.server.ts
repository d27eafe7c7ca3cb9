import { plainOneTimeCode, plainRecoveryCode } from '#app/domain/people/second-factor.ts';
import type { Sealer } from '#app/outside/sealing.server.ts';
import { paths } from '#app/paths.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { recoveryCodesLeft, secondFactorOf } from '#db/reads/second-factors.server.ts';
import { spendRecoveryCode, takeStep } from '#db/writes/second-factors.server.ts';
import { sendLetter } from './letters.server.ts';
import { stepOfCode } from './one-time-codes.server.ts';
import { note } from './security-log.server.ts';
import { hashOfToken } from './tokens.server.ts';

/** To whom a sealed secret belongs: it opens for nobody else. */
export const sealedFor = (personId: string): string => `second-factor:${personId}`;

/**
 * Whether what was typed is the code of the telephone, or a recovery code; either is used up by it. A recovery code that
 * is used is noted and told by mail.
 */
export async function isSecondFactor(
  trx: OpenTransaction,
  sealer: Sealer,
  given: {
    readonly person: {
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly locale: string | null;
    };
    readonly typed: string;
    readonly address: string;
  },
  at: string,
): Promise<boolean> {
  const { person, typed, address } = given;
  const factor = await secondFactorOf(trx, person.id);
  if (factor === undefined) return false;
  const code = plainOneTimeCode(typed);
  if (code !== null) {
    const secret = sealer.open(factor.secret, sealedFor(person.id));
    const step = secret === null ? null : stepOfCode(secret, code, at);
    return step !== null && (await takeStep(trx, person.id, step));
  }
  const recovery = plainRecoveryCode(typed);
  if (recovery === null || !(await spendRecoveryCode(trx, person.id, hashOfToken(recovery), at)))
    return false;
  const left = await recoveryCodesLeft(trx, person.id);
  await note(trx, {
    kind: 'recovery_code_used',
    at,
    personId: person.id,
    address,
    detail: JSON.stringify({ left }),
  });
  await sendLetter(
    trx,
    {
      to: person.email,
      locale: person.locale,
      template: 'secondFactor',
      params: { name: person.name, what: 'codeUsed', left: String(left) },
      link: paths.secondFactor(),
    },
    at,
  );
  return true;
}
