import { addDays, addMonths } from '#app/domain/calendar.ts';
import { admitted } from './application.server.ts';
import { type Course, evaluated } from './evaluation.server.ts';
import { activate, reaching, served } from './incubation.server.ts';
import type { Ending } from './reports.server.ts';
import type { Scene } from './scene.server.ts';

type Part = AsyncGenerator<string, void, void>;

const term = 12;
/** Days before the end of the term on which the final evaluation opens by itself (the program's setting). */
const finalLead = 60;

/** The day on which a term must begin, so that its final evaluation opens shortly before a day. */
export const activationForFinal = (scene: Scene, openedOn: string): string =>
  scene.stage.days.onOrBefore(addMonths(addDays(openedOn, finalLead - 4), -term));

/** The day on which a term must begin, so that half of it is over on a day. */
export const activationForMidterm = (scene: Scene, halfway: string): string =>
  scene.stage.days.onOrBefore(addMonths(halfway, -term / 2));

export interface Way {
  readonly passwordHash: string;
  readonly ending?: Ending;
}

/** Applies in the rolling intake, signs, and is active from `activeOn` on; services and reports go on beside. */
export async function* active(scene: Scene, activeOn: string, way: Way): Part {
  const { days, besides } = scene.stage;
  yield* admitted(scene, days.plus(activeOn, -26), way.passwordHash);
  yield scene.on(activeOn);
  await activate(scene, way.ending);
  besides(served(scene));
  besides(reaching(scene));
}

/** Half way: the manager opens the mid-term evaluation on a day, and it goes its course. */
export async function* midterm(scene: Scene, openedOn: string, course: Course): Part {
  yield scene.on(openedOn);
  await scene.act(scene.manager, 'incubation', 'start_midterm');
  yield* evaluated(scene, openedOn, course);
}

/** Active, through its mid-term on the files, until the final evaluation has opened: day 0 is `openedOn`. */
export async function* untilFinal(scene: Scene, openedOn: string, way: Way): Part {
  const { days } = scene.stage;
  const activeOn = activationForFinal(scene, openedOn);
  yield* active(scene, activeOn, way);
  yield* midterm(scene, days.onOrBefore(addDays(addMonths(activeOn, term / 2), 3 - (scene.n % 9))), {
    target: 70 + ((scene.n * 5) % 22),
    deskOnly: true,
  });
  yield scene.on(openedOn);
}
