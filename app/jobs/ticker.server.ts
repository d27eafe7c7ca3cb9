import type { Log } from '#app/outside/log.server.ts';
import { errorFields } from '#app/outside/log.server.ts';

/** Something to be done again and again while the server runs. */
export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

/** Runs chores, each at its pace and never twice at once; a failure is logged and tried again the next time. */
export function startTicker(chores: readonly Chore[], log: Log): { stop: () => Promise<void> } {
  let stopped = false;
  const running = new Set<Promise<void>>();
  const timers = chores.map((chore) => {
    let busy = false;
    const tick = () => {
      if (busy || stopped) return;
      busy = true;
      const work = chore
        .run()
        .catch((error: unknown) => log.error('chore failed', { chore: chore.name, ...errorFields(error) }))
        .finally(() => {
          busy = false;
          running.delete(work);
        });
      running.add(work);
    };
    const timer = setInterval(tick, chore.everyMs);
    tick();
    return timer;
  });
  return {
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}
