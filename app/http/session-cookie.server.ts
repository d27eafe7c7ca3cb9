import type { Configuration } from '#app/outside/configuration.server.ts';
import { ownCookie } from './cookies.server.ts';

/** The cookie that holds a session's token. The database knows only its hash. */
export const sessionCookieOf = (configuration: Pick<Configuration, 'publicUrl'>) =>
  ownCookie('session', configuration.publicUrl?.startsWith('https:') ?? false);

/** The cookie of a sign-in that waits for its next step. It opens no page but that step's. */
export const waitingCookieOf = (configuration: Pick<Configuration, 'publicUrl'>) =>
  ownCookie('sign-in', configuration.publicUrl?.startsWith('https:') ?? false);
