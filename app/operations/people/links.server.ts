import { type LinkPayloads, type LinkPurpose, linkHours } from '#app/domain/people/links.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { isLink, liveLink } from '#db/reads/links.server.ts';
import { insertLink, spendLink } from '#db/writes/links.server.ts';
import type { House } from '../house.ts';
import { hashOfToken, newToken } from './tokens.server.ts';

const HOUR_MS = 3_600_000;

/** A link as it is found again: what for, for whom, and what it remembers. */
export type OpenLink = {
  readonly [P in LinkPurpose]: {
    readonly purpose: P;
    readonly personId: string | null;
    readonly payload: LinkPayloads[P];
  };
}[LinkPurpose];

/** Makes a link that can be followed once; answers its token, which is stored nowhere. */
export async function makeLink<P extends LinkPurpose>(
  trx: OpenTransaction,
  link: { readonly purpose: P; readonly personId: string | null; readonly payload: LinkPayloads[P] },
  at: string,
): Promise<string> {
  const token = newToken();
  await insertLink(trx, {
    id: hashOfToken(token),
    purpose: link.purpose,
    person_id: link.personId,
    payload: JSON.stringify(link.payload),
    created_at: at,
    expires_at: new Date(Date.parse(at) + linkHours[link.purpose] * HOUR_MS).toISOString(),
    used_at: null,
  });
  return token;
}

/** What a link is for, without using it up: letters are opened by scanners too. Undefined when it cannot be followed. */
export async function openLink(house: House, token: string): Promise<OpenLink | undefined> {
  const row = await liveLink(house.store.read, hashOfToken(token), house.clock.now());
  return row && readLink(row);
}

/** The HTTP status of a link that cannot be followed: 410 where there was such a link, 404 where there never was. */
export const statusOfDeadLink = async (house: House, token: string): Promise<404 | 410> =>
  (await isLink(house.store.read, hashOfToken(token))) ? 410 : 404;

/** Uses a link up for one purpose, in the transaction of what it allows. Refusal: `people.linkOver`. */
export async function followLink<P extends LinkPurpose>(
  trx: OpenTransaction,
  purpose: P,
  token: string,
  at: string,
): Promise<Result<Extract<OpenLink, { purpose: P }>>> {
  const row = await spendLink(trx, hashOfToken(token), at);
  if (row === undefined || row.purpose !== purpose) return refused(refusal('people.linkOver'));
  return done(readLink(row) as Extract<OpenLink, { purpose: P }>);
}

const readLink = (row: { purpose: string; person_id: string | null; payload: string }): OpenLink =>
  ({ purpose: row.purpose, personId: row.person_id, payload: JSON.parse(row.payload) }) as OpenLink;
