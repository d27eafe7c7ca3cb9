import cluster from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';

/** Between a process that serves and the one that started it: the figures of all are asked for, and told. */
interface Asked {
  readonly hatchery: 'figures';
  readonly number: number;
}
interface Told extends Asked {
  /** Null: one of the processes did not tell its own. */
  readonly text: string | null;
}

const isFigures = (message: unknown): message is Asked =>
  typeof message === 'object' && message !== null && 'hatchery' in message && message.hatchery === 'figures';

/** In the process that starts the others: adds their figures up for whichever of them is asked. */
export function tellFiguresOfAll(): void {
  const all = new AggregatorRegistry();
  cluster.on('message', async (worker, message: unknown) => {
    if (!isFigures(message)) return;
    const text = await all.clusterMetrics().catch(() => null);
    if (worker.isConnected()) worker.send({ ...message, text } satisfies Told);
  });
}

/**
 * How the figures are asked for of all the processes that serve on one port, be there one or several: whoever reads them
 * reaches now this one, now that one, and a count must not go down. The promise rejects where one of them does not tell its own.
 */
export function figuresOfAll(own: Registry): () => Promise<string> {
  if (!cluster.isWorker) return () => own.metrics();
  AggregatorRegistry.setRegistries([own]);
  // listens for who adds them up
  new AggregatorRegistry();
  const waiting = new Map<number, (text: string | null) => void>();
  let asked = 0;
  process.on('message', (message: unknown) => {
    if (!isFigures(message) || !('text' in message)) return;
    waiting.get(message.number)?.((message as Told).text);
    waiting.delete(message.number);
  });
  return async () => {
    asked += 1;
    const number = asked;
    const text = await new Promise<string | null>((resolve) => {
      waiting.set(number, resolve);
      process.send?.({ hatchery: 'figures', number } satisfies Asked);
    });
    if (text === null) throw new Error('The figures of one process could not be had');
    return text;
  };
}
