import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { countHolders, personByEmail } from '#db/reads/accounts.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import type { ComingFrom } from './begin-session.server.ts';
import { type CameIn, comeIn } from './come-in.server.ts';
import { giveMembership } from './give-membership.server.ts';
import { followLink } from './links.server.ts';
import { hashOfNewPassword, insertAccount, type NewAccount } from './new-account.server.ts';

/**
 * Makes the first administrator's account by the one-time link, and lets them in. Refusals: `people.linkOver`,
 * `people.alreadySetUp`, `people.emailTaken`, `people.password.*`.
 */
export async function setUp(
  house: House,
  token: string,
  account: NewAccount,
  from: ComingFrom,
): Promise<Result<CameIn, Refusal | FieldRefusal>> {
  const hashed = await hashOfNewPassword(house, account.password, account);
  if (!hashed.ok) return hashed;
  const at = house.clock.now();
  return writeOrUndo<CameIn, Refusal | FieldRefusal>(house.store, async (trx) => {
    const link = await followLink(trx, 'setup', token, at);
    if (!link.ok) return link;
    if ((await countHolders(trx, 'admin')) > 0) return refused(refusal('people.alreadySetUp'));
    if (await personByEmail(trx, account.email))
      return refused({ field: 'email', ...refusal('people.emailTaken') });
    const id = await insertAccount(trx, { ...account, passwordHash: hashed.value }, at, from.address);
    const given = await giveMembership(
      trx,
      id,
      { role: 'admin', scope: 'instance', scopeId: '*' },
      at,
      from.address,
    );
    if (!given.ok) return given;
    return done(await comeIn(trx, { id, email: account.email }, from, at));
  });
}
