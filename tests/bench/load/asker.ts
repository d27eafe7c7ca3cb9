// A thread that asks two servers for their health in turn with nothing else to do: whoever puts a load on one of them hears
// answers late for want of time of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { drive, type Measured } from './drive.ts';

/** What the thread is given: the ports, and how many milliseconds lie between two questions. */
export interface AskerTask {
  readonly ports: readonly number[];
  readonly every: number;
}

const { ports, every } = workerData as AskerTask;
const longest = 300_000;
let isOver = false;
parentPort?.once('message', () => {
  isOver = true;
});
const found: Promise<Measured>[] = ports.map((port) =>
  drive({
    port,
    every,
    milliseconds: longest,
    most: 1_000_000,
    connections: 1,
    expected: [200],
    ask: () => (isOver ? null : { path: '/healthz' }),
  }),
);
parentPort?.postMessage(await Promise.all(found));
