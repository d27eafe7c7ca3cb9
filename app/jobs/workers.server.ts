import cluster, { type Worker } from 'node:cluster';
import type { Log } from '#app/outside/log.server.ts';
import { commandFile } from './command-file.server.ts';
import { tellFiguresOfAll } from './watching/figures-of-all.server.ts';

/** Before a process that died is replaced; doubled where the next one dies before it listens. */
const shortestPause = 1_000;
const longestPause = 30_000;

/** Whether this process is the one that prints for all: the only one, or the first of several. */
export const speaksForAll = (): boolean => cluster.isPrimary || process.env.HATCHERY_WORKER === '1';

/** Whether this process is to start others that serve, instead of serving. */
export const startsOthers = (workers: number): boolean => workers > 1 && cluster.isPrimary;

/**
 * Serves with several processes on one port and one PostgreSQL database. One that dies is replaced, however often, with
 * growing pauses where the new ones die before they listen; only where none has ever listened, all end with its status. On
 * SIGTERM or SIGINT each finishes what it has begun. The log says which one died, and of what.
 */
export function startWorkers(count: number, log: Log, env: Readonly<Record<string, string>> = {}): void {
  cluster.setupPrimary({
    exec: commandFile('serve'),
    args: [],
    // a figure that cannot be had is NaN; as JSON it would arrive as null, and be told as endless
    serialization: 'advanced',
  });
  tellFiguresOfAll();
  let hasServed = false;
  let pause = shortestPause;
  let isStopping = false;
  let status = 0;
  const stop = (): void => {
    isStopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
    // between the death of the last one and its replacement there may be none
    leaveAfterLast();
  };
  const leaveAfterLast = (): void => {
    if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(status);
  };
  const start = (number: number): void => {
    const worker: Worker = cluster.fork({ ...env, HATCHERY_WORKER: String(number) });
    worker.once('listening', () => {
      hasServed = true;
      pause = shortestPause;
    });
    worker.once('exit', (code, signal) => {
      if (!isStopping && hasServed)
        log.error('worker.died', { worker: number, status: code, signal, replacedAfterMs: pause });
      if (isStopping) {
        // asked to stop before it heard signals it had not begun to serve: there was nothing to finish
        status ||= code ?? (signal === 'SIGTERM' ? 0 : 1);
        leaveAfterLast();
      } else if (hasServed) {
        setTimeout(() => (isStopping ? undefined : start(number)), pause);
        pause = Math.min(pause * 2, longestPause);
      } else {
        status = code || 1;
        stop();
      }
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  for (let number = 1; number <= count; number += 1) start(number);
}
