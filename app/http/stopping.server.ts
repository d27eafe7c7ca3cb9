import type { Log } from '#app/outside/log.server.ts';
import type { Front } from './front.server.ts';

const SAME_PRESS_MS = 1_000;

/** Something to close when the program ends, such as the database; in the order given. */
export type CloseHook = () => void | Promise<void>;

/**
 * On SIGTERM or SIGINT: the front takes no more requests and finishes those under way, then the hooks run one after
 * the other, then the process ends. A second signal ends it at once. Exit status 0 where all went well, else 1.
 */
export function closeOnSignals(front: Pick<Front, 'close'>, hooks: readonly CloseHook[], log: Log): void {
  let closingSince: number | undefined;
  const close = async (signal: string) => {
    if (closingSince !== undefined) {
      if (performance.now() - closingSince > SAME_PRESS_MS) process.exit(1);
      return;
    }
    closingSince = performance.now();
    log.info('program.stopping', { signal });
    let status = 0;
    for (const hook of [() => front.close(), ...hooks]) {
      try {
        await hook();
      } catch (error) {
        status = 1;
        log.error('program.closeFailed', { error: error instanceof Error ? error.name : typeof error });
      }
    }
    process.exit(status);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close(signal));
}
