import { join } from 'node:path';
import { translators } from '#app/i18n/translate.ts';
import { systemClock } from '#app/outside/clock.server.ts';
import { describeRefusals, parseConfiguration } from '#app/outside/configuration.server.ts';
import { createLog } from '#app/outside/log.server.ts';
import { accountLines, prepareDemo, type Say } from './demo/prepare-demo.server.ts';
import { serve } from './serve.server.ts';
import { startsOthers, startWorkers } from './workers.server.ts';

// npm run demo: makes a living demo center where there is none (or with --fresh), serves it, and says who can sign in.
const folder = process.env.DATA_DIR?.trim() || join('data', 'demo');
const configuration = parseConfiguration({ ...process.env, DATA_DIR: folder });
if (!configuration.ok) {
  process.stderr.write(`${describeRefusals(configuration.refusals)}\n`);
  process.exit(2);
}
const say: Say = (key, params) => {
  for (const t of translators()) process.stdout.write(`${t.maybe(key, params) ?? key}\n`);
};
try {
  const { dataDir, databaseUrl, logLevel, now, workers } = configuration.value;
  const prepared = await prepareDemo(dataDir, {
    databaseUrl,
    fresh: process.argv.includes('--fresh'),
    now: now ?? systemClock.now(),
    say,
  });
  if (!prepared.ok) {
    for (const one of prepared.refusals)
      for (const t of translators()) process.stderr.write(`${t.refusal(one)}\n`);
    process.exit(1);
  }
  const { password, lines } = await accountLines(dataDir, databaseUrl);
  const serving = startsOthers(workers) ? null : await serve(configuration.value);
  say('demo.accounts', { password });
  process.stdout.write(`${lines.join('\n')}\n\n`);
  // of several processes the first says where they listen
  if (serving === null) startWorkers(workers, createLog(logLevel, systemClock), { DATA_DIR: dataDir });
  else process.stdout.write(`${serving.origin}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
