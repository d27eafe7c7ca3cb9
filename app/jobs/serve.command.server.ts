import { setFlagsFromString } from 'node:v8';
import { systemClock } from '#app/outside/clock.server.ts';
import {
  type Configuration,
  describeRefusals,
  parseConfiguration,
} from '#app/outside/configuration.server.ts';
import { createLog } from '#app/outside/log.server.ts';
import { announceSetup } from './announce-setup.server.ts';
import { serve } from './serve.server.ts';
import { speaksForAll, startsOthers, startWorkers } from './workers.server.ts';

// npm start and npm run dev: serves DATA_DIR. On an empty database it prints a one-time set-up link.
// Left to itself the heap grows to four times what lives in it before it is tidied, and memory once taken stays: with
// this, a process that served everything holds a fifth less (docs/decisions/0014).
setFlagsFromString('--heap-growing-percent=40');
const configuration = parseConfiguration(process.env);
if (!configuration.ok) {
  process.stderr.write(`${describeRefusals(configuration.refusals)}\n`);
  process.exit(2);
}
if (startsOthers(configuration.value.workers))
  startWorkers(configuration.value.workers, createLog(configuration.value.logLevel, systemClock));
else await serveHere(configuration.value);

async function serveHere(value: Configuration): Promise<void> {
  try {
    const serving = await serve(value, { development: process.argv.includes('--dev') });
    if (!speaksForAll()) return;
    process.stdout.write(`${serving.origin}\n`);
    await announceSetup(serving);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
