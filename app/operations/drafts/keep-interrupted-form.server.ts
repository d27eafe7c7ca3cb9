import {
  after,
  draftText,
  INTERRUPTED_MS,
  isKeepable,
  RECOGNISED_MS,
  type TypedValues,
} from '#app/domain/forms/form-draft.ts';
import { sessionWithPerson } from '#db/reads/sessions.server.ts';
import type { House } from '../house.ts';
import { hashOfToken, newToken } from '../people/tokens.server.ts';
import { keepDraft } from './keep-draft.server.ts';

/**
 * Keeps what was sent when its session had ended meanwhile, for the person of that session and for this browser alone.
 * Answers the token that the browser has to bring again; null where it is not known whose form it was, they had
 * signed out, or there is nothing to keep.
 */
export async function keepInterruptedForm(
  house: House,
  asked: {
    readonly sessionToken: string | undefined;
    /** The token that this browser brought from an earlier interruption. */
    readonly browserToken: string | undefined;
    readonly place: string;
    readonly typed: TypedValues;
  },
): Promise<string | null> {
  const { sessionToken, place } = asked;
  const text = draftText(asked.typed);
  if (sessionToken === undefined || text === null || !isKeepable(place)) return null;
  const session = await sessionWithPerson(house.store.read, hashOfToken(sessionToken));
  const now = house.clock.now();
  if (session === undefined || session.disabled_at !== null) return null;
  // its own browser forgot it: who still has the cookie copied it
  if (session.ended_for === 'left') return null;
  if (now > after(session.expires_at, RECOGNISED_MS)) return null;
  const token = asked.browserToken ?? newToken();
  await house.store.write((trx) =>
    keepDraft(trx, {
      personId: session.person_id,
      place,
      browser: hashOfToken(token),
      text,
      at: now,
      until: after(now, INTERRUPTED_MS),
    }),
  );
  return token;
}
