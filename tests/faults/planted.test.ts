import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellFigure, times } from './figures.ts';
import { type PlantedFault, plantedFaults } from './planted-faults.ts';

// The tests would notice: each fault is put into a copy of the program, where the named test must turn red.
const root = process.cwd();
const copied = ['app', 'db', 'docs', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const configurations = ['vitest.config.ts', 'vitest.faults.config.ts', 'biome.json', 'remix.config.js'];
const found = new Map<string, boolean>();
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'hatchery-planted-'));
  for (const name of [...copied, ...configurations, 'tests', 'public'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of ['node_modules', 'build']) symlinkSync(join(root, name), join(copy, name));
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
  tellFigure({
    row: 24,
    promise: 'The tests would notice',
    tried: `${found.size} faults planted, ${[...found.values()].filter(Boolean).length} found`,
    lost: [...found.values()].filter((isFound) => !isFound).length,
  });
});

/** A folder of its own for what a run in the copy puts aside: it may leave much, and must find nothing of another's. */
function ownFolder(): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(copy, 'aside-'));
  return { TMPDIR: folder, TEMP: folder, TMP: folder, HATCHERY_RUN_FOLDER: folder };
}

/** Runs test files in the copy; whether all of them are green. */
function isGreen(files: readonly string[]): boolean {
  return ['vitest.config.ts', 'vitest.faults.config.ts'].every((configuration) => {
    const isFault = configuration.includes('faults');
    const own = files.filter((file) => file.startsWith('tests/faults/') === isFault);
    if (own.length === 0) return true;
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const { status } = spawnSync(
      process.execPath,
      [vitest, 'run', '--config', configuration, '--bail=1', ...own],
      {
        cwd: copy,
        env: { ...process.env, ...ownFolder(), FAULTS_SHARE: '0.2' },
        stdio: 'ignore',
        timeout: 240_000,
      },
    );
    return status === 0;
  });
}

/** Puts a fault into the copy; the deed that takes it out again. */
function plant({ file, find, replace, name }: PlantedFault): () => void {
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  expect(sound.split(find).length - 1, `${name}: its place is found once in ${file}`).toBe(1);
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  );
  return () => writeFileSync(path, sound);
}

const chosen = plantedFaults.slice(0, times(plantedFaults.length));

test('without a fault, every one of these tests is green', () => {
  expect(isGreen([...new Set(chosen.map((fault) => fault.test))])).toBe(true);
});

test.each(chosen.map((fault) => [fault.name, fault.test, fault] as const))(
  'it is found when %s (%s)',
  (name, file, fault) => {
    const takeOut = plant(fault);
    try {
      found.set(name, !isGreen([file]));
    } finally {
      takeOut();
    }
    expect(found.get(name)).toBe(true);
  },
);
