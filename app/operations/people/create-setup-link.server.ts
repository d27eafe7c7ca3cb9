import { paths } from '#app/paths.ts';
import { countHolders } from '#db/reads/accounts.server.ts';
import { spoilLinks } from '#db/writes/links.server.ts';
import type { House } from '../house.ts';
import { makeLink } from './links.server.ts';

/**
 * The path of a one-time link by which the first administrator makes the account, or null when there is an administrator
 * already. A link that was made before can no longer be followed. It is for the terminal of whoever starts the program.
 */
export async function createSetupLink(house: House): Promise<string | null> {
  const at = house.clock.now();
  return house.store.write(async (trx) => {
    if ((await countHolders(trx, 'admin')) > 0) return null;
    await spoilLinks(trx, 'setup', at);
    return paths.setup(await makeLink(trx, { purpose: 'setup', personId: null, payload: {} }, at));
  });
}
