import type { SecuritySettings } from '#app/domain/people/security-settings.ts';
import { readDemoMail } from '#app/operations/people/demo-mail.server.ts';
import { hashPassword } from '#app/operations/people/passwords.server.ts';
import { signIn } from '#app/operations/people/sign-in.server.ts';
import { SECURITY } from '#db/reads/security-settings.server.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';
import type { World } from '../../world.ts';

export const here = { address: '192.0.2.1', agent: 'a browser' };
export const elsewhere = { address: '198.51.100.7', agent: 'another browser' };
export const goodPassword = 'osmanthus in the old yard';

let hashed: Promise<string> | undefined;

/** Gives somebody of the cast the good password; answers their address. */
export async function withPassword(world: World, name: string): Promise<string> {
  hashed ??= hashPassword(goodPassword);
  const password_hash = await hashed;
  await world.store.write((trx) =>
    trx.updateTable('person').set({ password_hash }).where('id', '=', world.idOf(name)).execute(),
  );
  return `${name}@test.example`;
}

/** The newest letter to an address, and the token of the link in it. */
export async function letterTo(world: World, to: string) {
  const letter = (await readDemoMail(world.house)).find((each) => each.to === to);
  return { letter, token: /\/links\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '' };
}

/** Signs in and answers the token, or the codes of the refusal. */
export async function comeIn(world: World, email: string, password: string, from = here): Promise<string> {
  const result = await signIn(world.house, { ...from, email, password });
  return result.ok ? `token ${result.value.token}` : result.refusals.map((each) => each.code).join(' ');
}

/** How often the security log holds a kind of event. */
export const countNoted = async (world: World, kind: string): Promise<number> =>
  (await world.store.read.selectFrom('security_event').select('id').where('kind', '=', kind).execute())
    .length;

/** Stores security settings, what is left out being as usual. */
export const keepSecurity = (
  world: World,
  settings: Partial<Omit<SecuritySettings, 'version'>>,
): Promise<void> =>
  world.store.write((trx) => setInstanceValue(trx, SECURITY, JSON.stringify({ version: 1, ...settings })));

/** As a new installation is: officials must have a second factor. */
export const requireSecondFactor = (world: World): Promise<void> => keepSecurity(world, {});
