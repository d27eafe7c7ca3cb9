import { readEmail } from '#app/domain/forms/text-formats.ts';
import { isShut } from '#app/domain/people/account-state.ts';
import { done, type FieldRefusal, type Refusal, type Result, refused } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { personByEmail } from '#db/reads/accounts.server.ts';
import { spoilLinks } from '#db/writes/links.server.ts';
import type { House } from '../house.ts';
import { askForLetter, tooManyLetters } from './attempt-limits.server.ts';
import { sendLetter } from './letters.server.ts';
import { makeLink } from './links.server.ts';

/**
 * Mails a one-time link for a new password, where the address has an account; the answer is the same where it has none.
 * Refusals: `form.email`, `people.tooManyAttempts`.
 */
export async function requestPasswordReset(
  house: House,
  asked: { readonly email: string; readonly address: string; readonly locale: string },
): Promise<Result<true, Refusal | FieldRefusal>> {
  const email = readEmail(asked.email);
  if (!email.ok) return refused(...email.refusals.map((refusal) => ({ field: 'email', ...refusal })));
  const letter = await askForLetter(house, email.value, asked.address);
  if (letter === 'tooMany') return refused(tooManyLetters());
  const person = await personByEmail(house.store.read, email.value);
  const at = house.clock.now();
  if (letter === 'silent' || person === undefined || isShut(person, at)) return done(true);
  await house.store.write(async (trx) => {
    await spoilLinks(trx, 'reset', at, person.id);
    const token = await makeLink(trx, { purpose: 'reset', personId: person.id, payload: {} }, at);
    await sendLetter(
      trx,
      {
        to: person.email,
        locale: person.locale ?? asked.locale,
        template: 'reset',
        params: { name: person.name },
        link: paths.link(token),
      },
      at,
    );
  });
  return done(true);
}
