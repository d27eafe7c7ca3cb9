import { cpus, loadavg } from 'node:os';
import { aimsOf } from './aims.ts';
import { figure, growthOf } from './figures.ts';
import type { Measured } from './load/drive.ts';
import type { Found } from './measure.ts';

export interface Memory {
  readonly size: number;
  readonly program: { readonly now: number; readonly most: number } | null;
  readonly bare: { readonly now: number; readonly most: number } | null;
}

/** How soon `/healthz` was answered during a burden, by the program and by a server that has nothing else to do. */
export interface Health {
  readonly size: number;
  readonly while: string;
  readonly program: Pick<Measured, 'p50' | 'p99' | 'longest'>;
  readonly idle: Pick<Measured, 'p50' | 'p99' | 'longest'>;
  /** How long the burden lasted. */
  readonly seconds: number;
}

export interface Results {
  readonly machine: {
    readonly node: string;
    readonly cores: number;
    /** How many processes wanted a processor, before and after. */
    readonly load: readonly [number, number];
    readonly minutes: number;
  };
  readonly sizes: readonly number[];
  readonly found: readonly Found[];
  readonly memory: readonly Memory[];
  readonly health: readonly Health[];
}

export const machine = (): Pick<Results['machine'], 'node' | 'cores'> => ({
  node: process.version,
  cores: cpus().length,
});

/** How many processes wanted a processor in the last minute. */
export const loadNow = (): number => loadavg()[0] ?? Number.NaN;

/** The results in Markdown: a table for each size, one for `/healthz`, and a line for each aim, reached or missed. */
export function reportOf(results: Results): string {
  const { machine: on, sizes, health, found } = results;
  const aims = aimsOf(results);
  return [
    `Node ${on.node}, ${on.cores} cores; load ${figure(on.load[0])} before, ${figure(on.load[1])} after; ${figure(on.minutes)} minutes`,
    ...(found.length > 0 ? sizes.flatMap((size) => ['', ...sizeTable(results, size)]) : []),
    ...(health.length > 0 ? ['', ...healthTable(health)] : []),
    '',
    ...aims.map(({ reached, text }) => `${reached ? 'reached' : 'MISSED '} ${text}`),
    `${aims.filter((aim) => aim.reached).length} of ${aims.length} aims reached`,
  ].join('\n');
}

function sizeTable({ found, memory, sizes }: Results, size: number): readonly string[] {
  const held = memory.find((m) => m.size === size);
  const head = [
    'what',
    'connections',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'KB',
    'of bare',
    'of bare by CPU',
    'bare requests/s',
    'bare p50 ms',
    `p50 to ${sizes[0]}`,
  ];
  const lines = found
    .filter((f) => f.size === size)
    .map((f) => [
      f.scenario,
      String(f.connections),
      figure(f.program.perSecond),
      figure(f.program.p50),
      figure(f.program.p99),
      figure(f.processor.program),
      figure(f.program.bytes / 1024),
      f.ratio.toFixed(3),
      (f.processor.bare / f.processor.program).toFixed(3),
      figure(f.bare.perSecond),
      figure(f.bare.p50),
      growthOf(found, f, sizes)?.toFixed(2) ?? '',
    ]);
  return [
    `## ${size} organizations: memory ${said(held?.program)} (bare: ${said(held?.bare)})`,
    ...table(head, lines),
  ];
}

const healthTable = (health: readonly Health[]): readonly string[] => [
  '## /healthz while the server works hard, beside a server that has nothing else to do, asked at the same moments',
  ...table(
    [
      'organizations',
      'while',
      'for s',
      'p50 ms',
      'p99 ms',
      'longest ms',
      'idle p50',
      'idle p99',
      'idle longest',
    ],
    health.map((h) => [
      String(h.size),
      h.while,
      figure(h.seconds),
      ...[h.program, h.idle].flatMap((one) => [one.p50, one.p99, one.longest].map(figure)),
    ]),
  ),
];

function table(head: readonly string[], lines: readonly (readonly string[])[]): readonly string[] {
  const rows = [head, head.map(() => '-'), ...lines];
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map(
    (row, r) =>
      `| ${row.map((cell, i) => (r === 1 ? '-'.repeat(widths[i] ?? 1) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`,
  );
}

const said = (memory: Memory['program'] | undefined): string =>
  memory ? `${memory.now} MB, at most ${memory.most} MB` : 'unknown';
