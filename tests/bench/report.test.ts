import { expect, test } from 'vitest';
import { aimsOf } from './aims.ts';
import type { Measured } from './load/drive.ts';
import type { Found } from './measure.ts';
import { type Results, reportOf } from './report.ts';

const measured = (p50: number, perSecond = 1_000 / p50): Measured => ({
  requests: 100,
  perSecond,
  p50,
  p99: p50 * 2,
  longest: p50 * 3,
  bytes: 2_048,
});
const found = (scenario: string, size: number, p50: number, ratio: number, connections = 1): Found => ({
  scenario,
  size,
  connections,
  program: measured(p50),
  bare: measured(p50 * ratio),
  ratio,
  processor: { program: p50, bare: p50 * ratio },
});
const results = (change: Partial<Results> = {}): Results => ({
  machine: { node: 'v20', cores: 2, load: [0.5, 1.5], minutes: 3 },
  sizes: [1_000, 100_000],
  found: [],
  memory: [],
  health: [],
  ...change,
});
const judged = (change: Partial<Results>) => aimsOf(results(change)).map(({ reached }) => reached);

test('a page is held to its share of the bare server, and to its p50 at the smallest size', () => {
  const grows = (p50: number, ratio: number) => ({
    found: [found('search in names', 1_000, 2, ratio), found('search in names', 100_000, p50, ratio)],
  });
  expect(judged(grows(2.4, 0.25))).toEqual([true, true, true]);
  expect(judged(grows(2.5, 0.25))).toEqual([true, true, false]);
  expect(judged(grows(2, 0.24))).toEqual([false, false, true]);
});

test('an event is held to its share alone, and only over one connection; signing in to nothing', () => {
  const event = 'a lifecycle event (acceptance)';
  expect(judged({ found: [found(event, 1_000, 2, 0.1), found(event, 100_000, 9, 0.09)] })).toEqual([
    true,
    false,
  ]);
  expect(judged({ found: [found(event, 1_000, 2, 0.01, 8), found('sign-in', 1_000, 9, 0.01)] })).toEqual([]);
});

test('memory and health have their limits', () => {
  const holds = (most: number) => ({ memory: [{ size: 1_000, program: { now: 1, most }, bare: null }] });
  expect([...judged(holds(299)), ...judged(holds(300))]).toEqual([true, false]);
  const answers = (p99: number) => {
    const program = { p50: 1, p99, longest: p99 };
    return { health: [{ size: 1_000, while: 'much is done', program, idle: program, seconds: 1 }] };
  };
  expect([...judged(answers(20)), ...judged(answers(20.1))]).toEqual([true, false]);
  expect(judged({ memory: [{ size: 1_000, program: null, bare: null }] })).toEqual([]);
});

test('the report has a table for each size, and a line for each aim', () => {
  const text = reportOf(
    results({ found: [found('desk', 1_000, 2, 0.3), found('desk', 100_000, 3, 0.2)] }),
  ).split('\n');
  expect(text.filter((line) => line.startsWith('## '))).toEqual([
    '## 1000 organizations: memory unknown (bare: unknown)',
    '## 100000 organizations: memory unknown (bare: unknown)',
  ]);
  expect(text.filter((line) => line.startsWith('| desk'))).toHaveLength(2);
  expect(text.filter((line) => line.startsWith('reached'))).toHaveLength(1);
  expect(text.filter((line) => line.startsWith('MISSED'))).toHaveLength(2);
  expect(text.at(-1)).toBe('1 of 3 aims reached');
});
