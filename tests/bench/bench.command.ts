// npm run bench: measures the program beside a bare server in the same run, at several sizes; see docs/decisions/0014.
import { constants, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseFile } from '#app/jobs/installation.server.ts';
import { benchNow, generated } from './generate/generate.ts';
import { healthUnderLoad } from './health.ts';
import { send } from './load/drive.ts';
import { start } from './load/processes.ts';
import { type Found, measure, type Stand } from './measure.ts';
import { optionsIn } from './options.ts';
import { loadNow, machine, type Results, reportOf } from './report.ts';
import { scenarios, signIn } from './scenarios.ts';
import { subjectsIn } from './subjects.ts';

const cache = join('.cache', 'bench');
/** Databases up to here are measured in a copy, which events may change; above, only pages that change nothing are. */
const largestCopied = 300_000;
const program = join('build', 'commands', 'serve.js');
const bareServer = join(dirname(process.argv[1] ?? ''), 'bare-server.js');
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function openStand(size: number): Promise<Stand> {
  const made = await generated(cache, size, tell);
  const folder = size > largestCopied ? made : join(cache, 'run', String(size));
  if (folder !== made) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    cpSync(made, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  }
  const file = databaseFile(folder);
  const subjects = subjectsIn(file, size);
  const served = await start([program], {
    DATA_DIR: folder,
    NOW: benchNow,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
    // the hourly copy is made beside the server; here it would fall on whatever is measured just then
    BACKUP_DIR: 'none',
  });
  const bare = await start([bareServer], { BARE_DATABASE: file });
  const origin = `http://localhost:${served.port}`;
  const cookieOf = async (email: string) => {
    const answer = await send(undefined, served.port, signIn(origin, email));
    const cookie = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
    if (cookie === '') throw new Error(`Nobody could sign in: ${answer.status} ${answer.body.slice(0, 300)}`);
    return cookie;
  };
  const [cookie, director] = [await cookieOf('manager@demo.test'), await cookieOf('director@demo.test')];
  return { subjects, program: served, bare, seat: { origin, cookie, director } };
}

const options = optionsIn(process.argv.slice(2));
const begun = performance.now();
const before = loadNow();
const stands: Stand[] = [];
try {
  for (const size of options.sizes) stands.push(await openStand(size));
  const found: Found[] = [];
  for (const scenario of scenarios.filter(
    ({ name }) => options.only === null || name.includes(options.only),
  )) {
    const suited = stands.filter(({ subjects }) => scenario.atAnySize || subjects.size <= largestCopied);
    for (const connections of options.connections) {
      tell(`${scenario.name}, ${connections} ${connections === 1 ? 'connection' : 'connections'}`);
      found.push(...(await measure(scenario, suited, connections, options.effort)));
    }
  }
  const health = [];
  if (options.only === null || 'healthz'.includes(options.only))
    for (const stand of stands)
      health.push(...(await healthUnderLoad(stand, options.effort, stand.subjects.size <= largestCopied)));
  const memory = stands.map(({ subjects, program: p, bare }) => ({
    size: subjects.size,
    program: p.memory(),
    bare: bare.memory(),
  }));
  const minutes = (performance.now() - begun) / 60_000;
  const results: Results = {
    machine: { ...machine(), load: [before, loadNow()], minutes },
    sizes: options.sizes,
    found,
    memory,
    health,
  };
  writeFileSync('bench-results.json', `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`${reportOf(results)}\n`);
} finally {
  for (const { program: p, bare } of stands) {
    await p.stop();
    await bare.stop();
  }
  rmSync(join(cache, 'run'), { recursive: true, force: true });
}
