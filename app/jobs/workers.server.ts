import cluster, { type Worker } from 'node:cluster';
import { dirname, join } from 'node:path';

const second = 1_000;

/** Whether this process is the one that prints for all: the only one, or the first of several. */
export const speaksForAll = (): boolean => cluster.isPrimary || process.env.HATCHERY_WORKER === '1';

/** Whether this process is to start others that serve, instead of serving. */
export const startsOthers = (workers: number): boolean => workers > 1 && cluster.isPrimary;

/**
 * Serves with several processes on one port and one PostgreSQL database. One that dies is replaced; one that never
 * came so far as to listen ends all with its status. On SIGTERM or SIGINT each finishes what it has begun.
 */
export function startWorkers(count: number, env: Readonly<Record<string, string>> = {}): void {
  cluster.setupPrimary({ exec: join(dirname(process.argv[1] ?? ''), 'serve.js'), args: [] });
  let isStopping = false;
  let status = 0;
  const stop = (): void => {
    isStopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  };
  const start = (number: number): void => {
    const worker: Worker = cluster.fork({ ...env, HATCHERY_WORKER: String(number) });
    let listened = false;
    worker.once('listening', () => {
      listened = true;
    });
    worker.once('exit', (code) => {
      if (isStopping) {
        status ||= code ?? 1;
        if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(status);
      } else if (listened) {
        setTimeout(() => (isStopping ? undefined : start(number)), second);
      } else {
        status = code || 1;
        stop();
        if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(status);
      }
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  for (let number = 1; number <= count; number += 1) start(number);
}
