import { cpus } from 'node:os';
import type { Found } from './measure.ts';
import { scenarios } from './scenarios.ts';

export interface Memory {
  readonly size: number;
  readonly program: { readonly now: number; readonly most: number } | null;
  readonly bare: { readonly now: number; readonly most: number } | null;
}

export interface Results {
  readonly machine: { readonly node: string; readonly cores: number };
  readonly sizes: readonly number[];
  readonly found: readonly Found[];
  readonly memory: readonly Memory[];
  readonly health: readonly {
    readonly size: number;
    readonly while: string;
    readonly p50: number;
    readonly p99: number;
    /** How long it lasted. */
    readonly seconds: number;
  }[];
}

export const machine = (): Results['machine'] => ({ node: process.version, cores: cpus().length });

const figure = (value: number): string =>
  Number.isNaN(value)
    ? '-'
    : value >= 100
      ? String(Math.round(value))
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

/** The results as a table in Markdown: one line for each thing, size and number of connections. */
export function tableOf({ found, memory, health, sizes }: Results): string {
  const head = [
    'what',
    'organizations',
    'connections',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'KB',
    'bare requests/s',
    'bare p50 ms',
    'of bare',
    'aim',
    `p50 to that at ${sizes[0]}`,
  ];
  const lines = found.map((f) => {
    const first = found.find(
      (o) => o.scenario === f.scenario && o.connections === f.connections && o.size === sizes[0],
    );
    return [
      f.scenario,
      String(f.size),
      String(f.connections),
      figure(f.program.perSecond),
      figure(f.program.p50),
      figure(f.program.p99),
      figure(f.program.bytes / 1024),
      figure(f.bare.perSecond),
      figure(f.bare.p50),
      f.ratio.toFixed(3),
      String(scenarios.find(({ name }) => name === f.scenario)?.aim ?? ''),
      first && first !== f ? (f.program.p50 / first.program.p50).toFixed(2) : '',
    ];
  });
  const rows = [head, head.map(() => '-'), ...lines];
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const drawn = rows.map(
    (row, r) =>
      `| ${row.map((cell, i) => (r === 1 ? '-'.repeat(widths[i] ?? 1) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`,
  );
  return [
    ...drawn,
    '',
    ...memory.map((m) => `memory at ${m.size}: ${said(m.program)} (bare: ${said(m.bare)})`),
    ...health.map(
      (h) =>
        `/healthz at ${h.size} while ${h.while}: p50 ${figure(h.p50)} ms, p99 ${figure(h.p99)} ms, ${figure(h.seconds)} s`,
    ),
  ].join('\n');
}

const said = (memory: Memory['program']): string =>
  memory === null ? 'unknown' : `${memory.now} MB, at most ${memory.most} MB`;
