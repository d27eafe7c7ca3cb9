import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPostgres } from '../../scripts/postgres-server.mjs';
import { tellFigure, times } from './figures.ts';
import { faultsAtDoors } from './planted-at-doors.ts';
import { faultsInside, type PlantedFault } from './planted-faults.ts';

// The tests would notice: each fault is put into a copy of the program, where the named test must turn red.
const root = process.cwd();
const copied = ['app', 'db', 'docs', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const configurations = ['vitest.config.ts', 'vitest.faults.config.ts', 'vitest.postgres.config.ts'];
const found = new Map<string, string>();
/** Copies of the program: in each, one fault at a time. */
const lanes = 3;
const free: string[] = [];
const waiting: ((copy: string) => void)[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hatchery-planted-'));
  for (let lane = 0; lane < lanes; lane += 1) {
    const copy = join(folder, `copy-${lane}`);
    for (const name of [...copied, ...configurations, 'biome.json', 'remix.config.js', 'tests', 'public'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    for (const name of ['node_modules', 'build']) symlinkSync(join(root, name), join(copy, name));
    free.push(copy);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const seen = [...found.values()].filter((how) => how.startsWith('found')).length;
  tellFigure({
    row: 24,
    promise: 'The tests would notice',
    tried: `${found.size} faults planted against ${new Set(chosen.map(({ row }) => row)).size} promises, ${seen} found`,
    lost: found.size - seen,
  });
});

/** A copy for oneself, as soon as one is free; to be given back. */
const takeCopy = (): Promise<string> =>
  new Promise((resolve) => {
    const copy = free.pop();
    if (copy === undefined) waiting.push(resolve);
    else resolve(copy);
  });
function giveBack(copy: string): void {
  const next = waiting.shift();
  if (next === undefined) free.push(copy);
  else next(copy);
}

function configurationOf(file: string): string {
  const own = /^tests\/(faults|postgres)\//.exec(file)?.[1];
  return own === undefined ? 'vitest.config.ts' : `vitest.${own}.config.ts`;
}

interface Report {
  readonly testResults: readonly {
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Runs test files in a copy. `green`: all passed. `found: …`: a test failed by what it asserts or by what the program threw.
 * Everything else, in words: a fault that keeps the program from being loaded is one that nobody would plant.
 */
async function runIn(copy: string, files: readonly string[], only?: string): Promise<string> {
  const aside = mkdtempSync(join(folder, 'aside-'));
  const report = join(aside, 'report.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--config', configurationOf(files[0] ?? ''), '--bail=1', '--maxWorkers=1'];
  const child = spawn(
    process.execPath,
    [
      vitest,
      ...args,
      ...['--reporter=json', `--outputFile.json=${report}`],
      // what is not changed is compiled once for all faults of a copy
      ...['--experimental.fsModuleCache', `--experimental.fsModuleCachePath=${join(copy, 'compiled')}`],
      ...(only ? ['-t', only] : []),
      ...files,
    ],
    {
      cwd: copy,
      env: {
        ...process.env,
        ...{ TMPDIR: aside, TEMP: aside, TMP: aside, HATCHERY_RUN_FOLDER: aside },
        FAULTS_SHARE: '0.2',
        FAULTS_FIGURES: '',
      },
      stdio: 'ignore',
      timeout: 240_000,
    },
  );
  const [status] = (await once(child, 'close')) as [number | null];
  const told = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null;
  rmSync(aside, { recursive: true, force: true });
  if (told === null) return `nothing is told; status ${status}`;
  const results = told.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failures = results.flatMap(({ status: one, failureMessages }) =>
    one === 'failed' ? failureMessages : [],
  );
  if (failures.length === 0)
    return status === 0 && results.some(({ status: one }) => one === 'passed')
      ? 'green'
      : `no test ran: ${told.testResults.map(({ message }) => message).join('; ')}`;
  return /^(Syntax|Reference|Type)Error/.test(failures[0] ?? '')
    ? (failures[0] ?? '')
    : `found: ${failures[0]?.split('\n')[0]}`;
}

/** Puts a fault into a copy; the deed that takes it out again. */
function plant(copy: string, { file, find, replace, name }: PlantedFault): () => void {
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  expect(sound.split(find).length - 1, `${name}: its place is found once in ${file}`).toBe(1);
  // another file, not the same one changed: the copies share nothing
  unlinkSync(path);
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  );
  return () => writeFileSync(path, sound);
}

const hasPostgres = findPostgres() !== undefined;
const able = [...faultsInside, ...faultsAtDoors].filter(
  ({ test: file }) => hasPostgres || !file.startsWith('tests/postgres/'),
);
const chosen = able.filter((_, n) => n % Math.ceil(able.length / times(able.length)) === 0);
const files = [...new Set(chosen.map((fault) => fault.test))];

test.concurrent.each([...new Set(files.map(configurationOf))])(
  'without a fault, every one of these tests is green (%s)',
  async (configuration) => {
    const copy = await takeCopy();
    try {
      const own = files.filter((file) => configurationOf(file) === configuration);
      expect(await runIn(copy, own)).toBe('green');
    } finally {
      giveBack(copy);
    }
  },
);

test.concurrent.each(chosen.map((fault) => [fault.name, fault.test, fault] as const))(
  'it is found when %s (%s)',
  async (name, file, fault) => {
    const copy = await takeCopy();
    try {
      const takeOut = plant(copy, fault);
      try {
        found.set(name, await runIn(copy, [file], fault.only));
      } finally {
        takeOut();
      }
    } finally {
      giveBack(copy);
    }
    expect(found.get(name)).toMatch(/^found/);
  },
);
