import { startingAt, systemClock } from '#app/outside/clock.server.ts';
import { describeRefusals, parseConfiguration } from '#app/outside/configuration.server.ts';
import { errorFields } from '#app/outside/log.server.ts';
import { openInstallation } from './installation.server.ts';
import { keepUp, type UpkeepLine } from './upkeep.server.ts';

// Started by the server, beside it: makes the backup, tries the restore, does the check of the night, where they are due.
const say = (line: UpkeepLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const configuration = parseConfiguration(process.env);
if (!configuration.ok) {
  process.stderr.write(`${describeRefusals(configuration.refusals)}\n`);
  process.exit(2);
}
const { dataDir, databaseUrl, now } = configuration.value;
try {
  const store = await openInstallation(dataDir, systemClock.now(), databaseUrl);
  await keepUp({ store, clock: now === null ? systemClock : startingAt(now) }, configuration.value, say);
  await store.close();
} catch (error) {
  say(['error', 'upkeep.failed', errorFields(error)]);
  process.exitCode = 1;
}
