import { figure, growthOf } from './figures.ts';
import type { Results } from './report.ts';
import { scenarios } from './scenarios.ts';

/** Something that the program is held to, and whether this run came up to it. */
export interface Aim {
  readonly reached: boolean;
  readonly text: string;
}

/** A page at a larger size takes at most so many times what it takes at the smallest. */
const MOST_GROWTH = 1.2;
/** The server holds less than so many megabytes, at most. */
const MOST_MEMORY = 300;
/** So many milliseconds at p99 for whoever asks whether it lives. */
const MOST_HEALTH = 20;

/** The aims that the results can speak of, in the order of the tables; those of pages and events over one connection. */
export function aimsOf({ found, sizes, memory, health }: Results): readonly Aim[] {
  const alone = found.filter((f) => f.connections === 1);
  const wanted = (name: string) => scenarios.find((scenario) => scenario.name === name);
  return [
    ...alone.flatMap((f) => {
      const aim = wanted(f.scenario)?.aim ?? null;
      return aim === null
        ? []
        : [
            {
              reached: f.ratio >= aim,
              text: `${f.scenario} at ${f.size}: ${f.ratio.toFixed(3)} × bare, at least ${aim} wanted`,
            },
          ];
    }),
    ...alone.flatMap((f) => {
      const growth = wanted(f.scenario)?.atAnySize ? growthOf(found, f, sizes) : undefined;
      return growth === undefined
        ? []
        : [
            {
              reached: growth <= MOST_GROWTH,
              text: `${f.scenario} at ${f.size}: p50 ${growth.toFixed(2)} × that at ${sizes[0]}, at most ${MOST_GROWTH} wanted`,
            },
          ];
    }),
    ...memory.flatMap(({ size, program }) =>
      program === null
        ? []
        : [
            {
              reached: program.most < MOST_MEMORY,
              text: `memory at ${size}: ${program.most} MB at most, less than ${MOST_MEMORY} wanted`,
            },
          ],
    ),
    ...health.map((h) => ({
      reached: h.program.p99 <= MOST_HEALTH,
      text: `/healthz at ${h.size} while ${h.while}: p99 ${figure(h.program.p99)} ms, at most ${MOST_HEALTH} wanted (an idle server at the same moments: ${figure(h.idle.p99)} ms)`,
    })),
  ];
}
