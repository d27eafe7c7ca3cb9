import { createServer as createPortServer } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import type { FrontOptions } from './front.server.ts';

/** What the front needs to serve pages that are being worked on. */
export interface Development {
  readonly build: () => Promise<ServerBuild>;
  readonly development: NonNullable<FrontOptions['development']>;
  readonly close: () => Promise<void>;
}

/**
 * Vite behind our own front, with all of its guards: pages and what they use are compiled when they are asked for,
 * and open browsers reload when a file changes. Only for development: Vite is no part of an installation's run.
 */
export async function startDevelopment(): Promise<Development> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { port: await freePort() } },
  });
  const reload = () => vite.ws.send({ type: 'full-reload' });
  vite.watcher.on('change', reload).on('add', reload).on('unlink', reload);
  return {
    build: async () => {
      const loaded = await vite.ssrLoadModule('virtual:remix/server-build');
      return loaded as unknown as ServerBuild;
    },
    development: (request, response, next) => vite.middlewares(request, response, next),
    close: () => vite.close(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createPortServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
