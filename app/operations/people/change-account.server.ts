import { updatePerson } from '#db/writes/people.server.ts';
import type { House } from '../house.ts';

/** Changes what a person may change of the own account: the name, the telephone number (null: none) and the language. */
export async function changeAccount(
  house: House,
  personId: string,
  change: { readonly name: string; readonly phone: string | null; readonly locale: string },
): Promise<void> {
  await house.store.write((trx) => updatePerson(trx, personId, change));
}
