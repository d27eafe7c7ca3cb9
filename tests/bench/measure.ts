import { type Ask, drive, type Measured, warm } from './load/drive.ts';
import type { Started } from './load/processes.ts';
import type { Scenario, Seat } from './scenarios.ts';
import type { Subjects } from './subjects.ts';

/** A database with the two servers that serve it. */
export interface Stand {
  readonly subjects: Subjects;
  readonly program: Started;
  readonly bare: Started;
  readonly seat: Seat;
}

export interface Found {
  readonly scenario: string;
  readonly size: number;
  readonly connections: number;
  readonly program: Measured;
  readonly bare: Measured;
  /** The program's requests a second over the bare server's, each round by itself; the median. */
  readonly ratio: number;
  /** Milliseconds of processor for one request, over all rounds: what else the machine does falls on it least. */
  readonly processor: { readonly program: number; readonly bare: number };
}

type Asking = (n: number) => Ask | null;

export interface Effort {
  readonly rounds: number;
  readonly milliseconds: number;
}

/**
 * Measures one scenario on every stand in turn, round by round, the bare server and the program one right after the
 * other: what else the machine does then falls on all of them alike. The median round counts.
 */
export async function measure(
  scenario: Scenario,
  stands: readonly Stand[],
  connections: number,
  effort: Effort,
): Promise<readonly Found[]> {
  const runs = stands.map((stand) => ({
    stand,
    program: counting(scenario.program(stand.subjects, stand.seat), stand.subjects, scenario.name),
    bare: counting(scenario.bare(stand.subjects), stand.subjects, `${scenario.name}, bare`),
    // each round of each number of connections uses up its share
    most: Math.floor(scenario.most(stand.subjects) / (2 * (effort.rounds + 1))),
    found: [] as { readonly program: Measured; readonly bare: Measured }[],
    used: { program: 0, bare: 0 },
  }));
  for (const { stand, program, bare, most } of runs) {
    if (isWarm(stand, scenario)) continue;
    await warm({ port: stand.bare.port, ask: bare }, most);
    await warm({ port: stand.program.port, ask: program }, most);
  }
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const { stand, program, bare, most, found, used } of runs) {
      const load = { connections, milliseconds: effort.milliseconds, most };
      const expected = scenario.expected;
      const before = { program: stand.program.processor(), bare: stand.bare.processor() };
      const asBare = await drive({ ...load, port: stand.bare.port, ask: bare, expected: [200, 303] });
      used.bare += (stand.bare.processor() ?? Number.NaN) - (before.bare ?? 0);
      const asProgram = await drive({ ...load, port: stand.program.port, ask: program, expected });
      used.program += (stand.program.processor() ?? Number.NaN) - (before.program ?? 0);
      found.push({ bare: asBare, program: asProgram });
    }
  }
  return runs.map(({ stand, found, used }) => {
    const program = middle(found.map((f) => f.program));
    const bare = middle(found.map((f) => f.bare));
    return {
      scenario: scenario.name,
      size: stand.subjects.size,
      connections,
      program,
      bare,
      ratio: median(found.map((f) => f.program.perSecond / f.bare.perSecond)),
      processor: { program: used.program / program.requests, bare: used.bare / bare.requests },
    };
  });
}

const warmed = new WeakMap<Stand, Set<string>>();

/** Whether a scenario was warmed on a stand before; the next time it was. */
function isWarm(stand: Stand, { name }: Scenario): boolean {
  const names = warmed.get(stand) ?? new Set();
  warmed.set(stand, names);
  const was = names.has(name);
  names.add(name);
  return was;
}

/** Requests that go on counting over all rounds and numbers of connections: what was used up is not asked for again. */
const counted = new WeakMap<Subjects, Map<string, number>>();
function counting(ask: Asking, subjects: Subjects, name: string): Asking {
  const counts = counted.get(subjects) ?? new Map<string, number>();
  counted.set(subjects, counts);
  return () => {
    const n = counts.get(name) ?? 0;
    counts.set(name, n + 1);
    return ask(n);
  };
}

const middle = (all: readonly Measured[]): Measured => ({
  requests: all.reduce((sum, one) => sum + one.requests, 0),
  perSecond: median(all.map((one) => one.perSecond)),
  p50: median(all.map((one) => one.p50)),
  p99: median(all.map((one) => one.p99)),
  longest: Math.max(...all.map((one) => one.longest)),
  bytes: all[0]?.bytes ?? 0,
});

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
