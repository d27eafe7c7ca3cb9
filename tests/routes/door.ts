import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { anyone } from '#app/domain/policy/actor.ts';
import type { DoorContext, Viewer } from '#app/http/context.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { parseConfiguration } from '#app/outside/configuration.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import type { World } from '#tests/world.ts';

const origin = 'http://hatchery.test';

/** What a loader or action is handed when this person (or nobody) opens a page. */
export async function doorOf(
  world: World,
  who: string | null = null,
  locale: Locale = 'zh-CN',
): Promise<DoorContext> {
  const configuration = parseConfiguration({ DATA_DIR: world.folder });
  if (!configuration.ok) throw new Error('The test configuration is bad');
  return {
    house: world.house,
    files: openFileStore(world.folder),
    configuration: configuration.value,
    viewer: who === null ? nobody : await viewerOf(world, who),
    locale,
    now: world.clock.now(),
    nonce: 'nonce',
    requestId: 'request',
    address: '127.0.0.1',
    demo: false,
  };
}

const nobody: Viewer = { actor: anyone, person: null, sessionId: null };

async function viewerOf(world: World, who: string): Promise<Viewer> {
  const actor = await world.as(who);
  return {
    actor,
    person: { id: world.idOf(who), name: who, email: `${who}@test.example`, locale: null },
    sessionId: 'session',
  };
}

type Params = Readonly<Record<string, string>>;

/** The arguments of a loader for an address. */
export const getting = (door: DoorContext, path: string, params: Params = {}): LoaderFunctionArgs => ({
  context: door as never,
  request: new Request(origin + path),
  params,
});

/** The arguments of an action for a form that was sent to an address. */
export function posting(
  door: DoorContext,
  path: string,
  form: Readonly<Record<string, string | readonly string[]>> | FormData,
  params: Params = {},
): ActionFunctionArgs {
  const body = form instanceof FormData ? form : new URLSearchParams();
  if (body instanceof URLSearchParams)
    for (const [name, value] of Object.entries(form))
      for (const text of typeof value === 'string' ? [value] : value) body.append(name, text);
  return { context: door as never, request: new Request(origin + path, { method: 'POST', body }), params };
}

/** What a loader or action threw instead of an answer: a redirect, a page that is not there. */
export async function thrown(work: () => Promise<unknown> | unknown): Promise<Response> {
  try {
    await work();
  } catch (answer) {
    if (answer instanceof Response) return answer;
    throw answer;
  }
  throw new Error('Nothing was thrown');
}
