import type { Way } from './incubated.server.ts';
import { firstPlots } from './plots-first.server.ts';
import { incubationPlots } from './plots-incubations.server.ts';
import { applicationPlots } from './plots-now.server.ts';
import type { Scene } from './scene.server.ts';

/** What happens to one organization. What it plans after the last day does not happen: there the story stands. */
export type Plot = (scene: Scene, way: Way) => AsyncGenerator<string, void, void>;

/** Every story by the key of its organization. */
export const plots: Readonly<Record<string, Plot>> = {
  ...firstPlots,
  ...incubationPlots,
  ...applicationPlots,
};
