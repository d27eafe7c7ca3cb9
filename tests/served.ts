import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { createFront } from '#app/http/front.server.ts';
import { guardOf } from '#app/http/guarding.server.ts';
import { keepWhatWasTyped } from '#app/http/interrupted-form.server.ts';
import { keptPagesOf } from '#app/http/kept-pages.server.ts';
import { sessionCookieOf } from '#app/http/session-cookie.server.ts';
import { chooseLocale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { houseOfRequest } from '#app/operations/guard/request-of.server.ts';
import { beginSession } from '#app/operations/people/begin-session.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { parseConfiguration } from '#app/outside/configuration.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { createLog, type Log } from '#app/outside/log.server.ts';
import type { World } from './world.ts';

export interface Served {
  readonly origin: string;
  /** The `Cookie` header of a person of the cast who is signed in. */
  readonly cookieOf: (name: string) => Promise<string>;
  /** Sends a form as a browser on our own pages would; redirects are not followed. */
  readonly post: (cookie: string, path: string, form: Readonly<Record<string, string>>) => Promise<Response>;
  readonly get: (cookie: string, path: string) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The built product, listening, over a world whose clock the test moves. Needs a build. */
export async function serveWorld(
  world: Pick<World, 'house' | 'store' | 'clock' | 'folder' | 'idOf'>,
  how: {
    /** What is served instead of the build: the same with something between. */
    readonly build?: (build: ServerBuild) => ServerBuild;
    readonly rateLimits?: boolean;
    readonly publicUrl?: string;
    readonly demo?: boolean;
    /** As `ADMIN_NETWORKS`; whoever asks says from where, as behind a trusted proxy. */
    readonly adminNetworks?: string;
    readonly log?: Log;
  } = {},
): Promise<Served> {
  const configuration = parseConfiguration({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: world.folder,
    RATE_LIMITS: how.rateLimits ? 'on' : 'off',
    TRUST_PROXY: how.rateLimits || how.adminNetworks ? '1' : '0',
    ADMIN_NETWORKS: how.adminNetworks ?? '',
    PUBLIC_URL: how.publicUrl ?? '',
  });
  if (!configuration.ok) throw new Error('the test server is set up badly');
  const files = openFileStore(world.folder);
  const built = (await import(
    pathToFileURL(join(process.cwd(), 'build', 'server', 'index.js')).href
  )) as ServerBuild;
  const build = how.build?.(built) ?? built;
  const cookie = sessionCookieOf(configuration.value);
  const guard = guardOf(world.house, configuration.value);
  const front = createFront({
    configuration: configuration.value,
    admit: guard.admit,
    watch: guard.watch,
    build,
    kept: keptPagesOf(world.store, configuration.value),
    clock: world.clock,
    log: how.log ?? createLog('error', world.clock),
    say: (locale, key, params) => translator(locale).maybe(key, params) ?? key,
    loadContext: async (visit) => {
      const viewer = await resolveViewer(world.store, cookie.read(visit.cookie), visit.now);
      return {
        house: houseOfRequest(world.house, visit.requestId),
        files,
        configuration: configuration.value,
        viewer,
        locale: viewer.person?.locale ? chooseLocale(viewer.person.locale, null) : visit.locale,
        now: visit.now,
        nonce: visit.nonce,
        requestId: visit.requestId,
        address: visit.address,
        demo: how.demo ?? true,
      } satisfies DoorContext;
    },
    ready: async () => ({ ok: true }),
    staticFolders: [join(process.cwd(), 'build', 'client')],
    afterForm: (context, sent, answer) => keepWhatWasTyped(context as unknown as DoorContext, sent, answer),
  });
  const { origin } = await front.listen();
  return {
    origin,
    cookieOf: async (name) => {
      const person = { id: world.idOf(name), email: `${name}@test.example` };
      const { token } = await world.store.write((trx) =>
        beginSession(trx, person, { address: '127.0.0.1', agent: 'test' }, world.clock.now()),
      );
      return cookie.set(token).split(';')[0] as string;
    },
    post: (cookieHeader, path, form) =>
      fetch(origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: cookieHeader, origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      }),
    get: (cookieHeader, path) =>
      fetch(origin + path, { redirect: 'manual', headers: { cookie: cookieHeader } }),
    close: () => front.close(1_000),
  };
}
