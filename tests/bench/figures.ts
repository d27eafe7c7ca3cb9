import type { Found } from './measure.ts';

/** A figure with as many places as it deserves. */
export const figure = (value: number): string =>
  Number.isNaN(value)
    ? '-'
    : value >= 100
      ? String(Math.round(value))
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

/** p50 of a thing over its p50 at the smallest size; undefined for the smallest itself. */
export function growthOf(found: readonly Found[], of: Found, sizes: readonly number[]): number | undefined {
  const first = found.find(
    (f) => f.scenario === of.scenario && f.connections === of.connections && f.size === sizes[0],
  );
  return first === undefined || first === of ? undefined : of.program.p50 / first.program.p50;
}
