import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AskerTask } from './asker.ts';
import type { Measured } from './drive.ts';

/** The thread is bundled beside the benchmark. */
const program = join(dirname(process.argv[1] ?? ''), 'asker.js');

/** Asks servers for their health from a thread of its own until `enough` is called, which answers what each showed. */
export async function askForHealth(task: AskerTask): Promise<() => Promise<readonly Measured[]>> {
  const worker = new Worker(program, { workerData: task });
  await once(worker, 'online');
  return async () => {
    worker.postMessage('over');
    const [found] = (await once(worker, 'message')) as [readonly Measured[]];
    await worker.terminate();
    return found;
  };
}
