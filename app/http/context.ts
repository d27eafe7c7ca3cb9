import type { SessionEnd } from '#app/domain/people/sessions.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { House } from '#app/operations/house.ts';
import type { Configuration } from '#app/outside/configuration.server.ts';
import type { FileStore } from '#app/outside/files.server.ts';
import type { Outage } from '#db/outages.server.ts';

/** Who is at the door. */
export interface Viewer {
  readonly actor: Actor;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: string | null;
  } | null;
  /** SHA-256 of the session's token; null when nobody is signed in. */
  readonly sessionId: string | null;
  /** Why the session of the cookie no longer counts, where there was one. */
  readonly ended?: SessionEnd;
}

/** What every loader and action is handed: the house, the viewer, and the request's own particulars. */
export interface DoorContext {
  readonly house: House;
  readonly files: FileStore;
  readonly configuration: Configuration;
  readonly viewer: Viewer;
  readonly locale: Locale;
  /** The instant of the request, ISO. */
  readonly now: string;
  readonly nonce: string;
  readonly requestId: string;
  /** The peer's address, for limits and the security log. */
  readonly address: string;
  /** True in the demo center: mails are shown, accounts are listed. */
  readonly demo: boolean;
  /** Set where the page failed because the database did not answer for a while: the front then says so. */
  outage?: Outage;
}
