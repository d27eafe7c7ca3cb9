import { sessionCookieOf } from '#app/http/session-cookie.server.ts';
import { beginSession } from '#app/operations/people/begin-session.server.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';
import type { Served } from '#tests/served.ts';
import type { World } from '#tests/world.ts';
import { type MemoryWatch, watchMemory } from './memory.ts';
import { startRealServer } from './real-server.ts';

/** The built product in a process of its own over a world that this process looks into. */
export interface ServedApart extends Served {
  readonly pid: number;
  /** Watches its memory from now on; null where the machine does not tell. */
  readonly watchMemory: () => MemoryWatch | null;
}

/** Serves a world as `npm start` does, by the clock that the world shows now. */
export async function serveApart(world: World): Promise<ServedApart> {
  await world.store.write(async (trx) => {
    for (const mark of ['demo', 'test']) await setInstanceValue(trx, mark, '1');
  });
  const server = await startRealServer(world.folder, { NOW: world.clock.now(), BACKUP_DIR: 'none' });
  const { origin } = server;
  const cookie = sessionCookieOf({ publicUrl: null });
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
    close: async () => void (await server.stop()),
    pid: server.process.pid ?? 0,
    watchMemory: () => watchMemory(server.process.pid ?? 0),
  };
}
