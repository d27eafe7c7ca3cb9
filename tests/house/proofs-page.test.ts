import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { promises } from '../../scripts/promises.mjs';
import { faultsAtDoors } from '../faults/planted-at-doors.ts';
import { faultsInside } from '../faults/planted-faults.ts';

const root = new URL('../../', import.meta.url);
const page = new URL('docs/proofs.md', root);
const begins = '<!-- drawn by tests/house/proofs-page.test.ts -->';
const planted = [...faultsInside, ...faultsAtDoors];

const commandOf = (command: string | null): string =>
  command === null ? 'nothing yet' : command === 'test' ? '`npm test`' : `\`npm run ${command}\``;
const list = (files: readonly string[]): string =>
  files.map((file) => `\`${file.replace('tests/', '')}\``).join(', ');

function drawn(): string {
  return [
    begins,
    '',
    '## What is promised, and what proves it',
    '',
    '| row | promise | what is tried | command | tests | faults planted |',
    '|---|---|---|---|---|---|',
    ...promises.map(({ row, promise, tried, command, tests }) => {
      const count = planted.filter((fault) => fault.row === row).length;
      return `| ${row} | ${promise} | ${tried} | ${commandOf(command)} | ${list(tests)} | ${count || ''} |`;
    }),
    '',
    '## The faults that are planted',
    '',
    `${planted.length} faults. Each is put into a copy of the program; the test that is named must fail then, by what it asserts or by what the program throws. A fault that keeps the program from being loaded does not count.`,
    '',
    '| row | the fault | in | found by |',
    '|---|---|---|---|',
    ...[...planted]
      .sort((a, b) => a.row - b.row)
      .map(
        ({ row, name, file, test: by }) =>
          `| ${row} | ${name} | \`${file}\` | \`${by.replace('tests/', '')}\` |`,
      ),
    '',
  ].join('\n');
}

test('docs/proofs.md says what proves each promise, and which faults are planted', () => {
  const text = readFileSync(page, 'utf8');
  const [head = ''] = text.split(begins);
  const now = `${head.trimEnd()}\n\n${drawn()}`;
  if (process.env.UPDATE_DOCS) writeFileSync(page, now);
  expect(readFileSync(page, 'utf8')).toBe(now);
});

test('every test that is named as a proof, and every file in which a fault is planted, is there', () => {
  const named = [...promises.flatMap(({ tests }) => tests), ...planted.flatMap((f) => [f.file, f.test])];
  expect(named.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});

test('each place of a planted fault stands in its file once', () => {
  const lost = planted.filter(
    ({ file, find }) => readFileSync(new URL(file, root), 'utf8').split(find).length !== 2,
  );
  expect(lost.map(({ name }) => name)).toEqual([]);
});

test('at least forty faults are planted, two for each promise that has one at all', () => {
  expect(planted.length).toBeGreaterThanOrEqual(40);
  const rows = [...new Set(planted.map(({ row }) => row))];
  const alone = rows.filter((row) => planted.filter((fault) => fault.row === row).length < 2);
  expect(alone).toEqual([]);
});
