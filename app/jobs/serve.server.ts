import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { refusal } from '#app/domain/refusal.ts';
import type { DoorContext } from '#app/http/context.ts';
import { startDevelopment } from '#app/http/development.server.ts';
import { createFront } from '#app/http/front.server.ts';
import { guardOf } from '#app/http/guarding.server.ts';
import { keepWhatWasTyped } from '#app/http/interrupted-form.server.ts';
import { keptPagesOf } from '#app/http/kept-pages.server.ts';
import { sessionCookieOf } from '#app/http/session-cookie.server.ts';
import { closeOnSignals } from '#app/http/stopping.server.ts';
import type { Visit } from '#app/http/visit.ts';
import { chooseLocale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { deliverOutbox } from '#app/operations/deliver-outbox.server.ts';
import { forgetOldFormDrafts } from '#app/operations/drafts/forget-form-drafts.server.ts';
import { dailyCheckpoint } from '#app/operations/engine/checkpoint.server.ts';
import { fireDueTimers } from '#app/operations/engine/fire-timers.server.ts';
import { houseOfRequest } from '#app/operations/guard/request-of.server.ts';
import type { House } from '#app/operations/house.ts';
import { purge } from '#app/operations/keeping/purge.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { recomputePending } from '#app/operations/recompute-deadlines.server.ts';
import { startingAt, systemClock } from '#app/outside/clock.server.ts';
import type { Configuration } from '#app/outside/configuration.server.ts';
import { bytesOfStore, openFileStore } from '#app/outside/files.server.ts';
import { createLog, type Log } from '#app/outside/log.server.ts';
import { createMailer } from '#app/outside/mail.server.ts';
import type { Store } from '#db/connection.server.ts';
import { unlessOut } from '#db/outages.server.ts';
import { instanceValue } from '#db/reads/instance.server.ts';
import { listeningError, NotOpened } from './boot-checks.server.ts';
import { openInstallation } from './installation.server.ts';
import { startTicker } from './ticker.server.ts';
import { upkeepBeside } from './upkeep.server.ts';
import { createFigures } from './watching/figures.server.ts';
import { readinessOf } from './watching/readiness.server.ts';

export { databaseFile, openInstallation } from './installation.server.ts';

const second = 1_000;
const hour = 3_600 * second;

export interface Serving {
  readonly origin: string;
  readonly house: House;
  readonly log: Log;
}

const builtPages = async (): Promise<ServerBuild> =>
  (await import(pathToFileURL(join(process.cwd(), 'build', 'commands', 'pages.js')).href)) as ServerBuild;

/**
 * Serves an installation: opens and migrates the database, starts the clockwork, listens. Ends by itself on SIGTERM or
 * SIGINT, when everything begun is finished. `NOW` is honoured only on a database that is marked as demo or test.
 */
export async function serve(
  configuration: Configuration,
  how: { readonly development?: boolean } = {},
): Promise<Serving> {
  const log = createLog(configuration.logLevel, systemClock);
  const store = await openInstallation(configuration.dataDir, systemClock.now(), configuration.databaseUrl);
  const demo = (await instanceValue(store.read, 'demo')) !== null;
  const test = (await instanceValue(store.read, 'test')) !== null;
  if (configuration.now !== null && !demo && !test) throw new NotOpened(refusal('boot.now'));
  const clock = configuration.now === null ? systemClock : startingAt(configuration.now);
  const house: House = { store, clock };
  const files = openFileStore(configuration.dataDir);
  const mailer = createMailer(configuration.smtpUrl, (why) => log.warn('mail.failed', why));
  const origin = configuration.publicUrl ?? `http://localhost:${configuration.port}`;
  const session = sessionCookieOf(configuration);
  const development = how.development ? await startDevelopment() : null;
  const build = development?.build ?? (await builtPages());

  const loadContext = async (visit: Visit): Promise<AppLoadContext> => {
    const viewer = await resolveViewer(forgiving(store), session.read(visit.cookie), visit.now);
    return {
      house: houseOfRequest(house, visit.requestId),
      files,
      configuration,
      viewer,
      locale: viewer.person?.locale ? chooseLocale(viewer.person.locale, null) : visit.locale,
      now: visit.now,
      nonce: visit.nonce,
      requestId: visit.requestId,
      address: visit.address,
      demo,
    } satisfies DoorContext;
  };

  const guard = guardOf(house, configuration);
  const figures = createFigures(house, configuration.dataDir);
  const upkeep = upkeepBeside(house, configuration, log);
  const front = createFront({
    configuration,
    // who comes too often is counted, and doors are watched, where that can be written: a full disk shuts nobody out
    admit: (visit, page) => unlessOut(() => guard.admit(visit, page)),
    watch: async (seen) => void (await unlessOut(() => guard.watch(seen))),
    onAnswer: figures.answered,
    ...(configuration.metricsToken === null
      ? {}
      : { metrics: { token: configuration.metricsToken, text: figures.text } }),
    build,
    ...(development ? {} : { kept: keptPagesOf(store, configuration) }),
    ...(development ? { development: development.development } : {}),
    clock,
    log,
    say: (locale, key, params) => translator(locale).maybe(key, params) ?? key,
    loadContext,
    ready: readinessOf(house, configuration.dataDir),
    staticFolders: [join(process.cwd(), development ? 'public' : 'build/client')],
    afterForm: (context, sent, answer) => keepWhatWasTyped(context as unknown as DoorContext, sent, answer),
  });
  const alone = (name: string, work: () => Promise<unknown>) => async () =>
    void (await store.alone(name, work));
  const ticker = startTicker(
    [
      // of several processes one does these at a time; each firing would be done once anyway
      { name: 'timers', everyMs: 2 * second, run: alone('timers', () => fireDueTimers(house)) },
      {
        name: 'outbox',
        everyMs: 3 * second,
        run: async () => void (await deliverOutbox(house, mailer, origin)),
      },
      { name: 'recompute', everyMs: 60 * second, run: alone('recompute', () => recomputePending(house)) },
      { name: 'requestCounts', everyMs: hour, run: guard.forget },
      { name: 'drafts', everyMs: hour, run: alone('drafts', () => forgetOldFormDrafts(house)) },
      {
        name: 'purge',
        everyMs: hour,
        run: alone('purge', async () => {
          const removed = await purge(house);
          if (removed.size > 0) log.info('chore.purged', Object.fromEntries(removed));
        }),
      },
      { name: 'upkeep', everyMs: 60 * second, run: alone('upkeep', upkeep.run) },
      {
        name: 'storeSize',
        everyMs: hour,
        run: async () => figures.storeMeasured(await bytesOfStore(configuration.dataDir)),
      },
      { name: 'checkpoint', everyMs: hour, run: async () => void (await dailyCheckpoint(house)) },
    ],
    log,
  );
  // before anybody is answered: who is, is not cut off by a signal that nobody hears yet
  closeOnSignals(
    front,
    [upkeep.stop, ticker.stop, () => mailer.close(), store.close, async () => development?.close()],
    log,
  );
  const listening = await front.listen().catch((error: unknown) => {
    throw listeningError(error, configuration);
  });
  return { origin: listening.origin, house, log };
}

/** What a page writes by the way, such as when a session was used last, may fail while the disk is full: the page is shown. */
const forgiving = (store: Store): Store => ({
  ...store,
  write: (work) => unlessOut(() => store.write(work)) as ReturnType<typeof store.write> as never,
});
