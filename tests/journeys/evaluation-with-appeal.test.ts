import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluationPlay } from '../operations/model/evaluation.play.ts';
import { along } from '../operations/model/long-walk.ts';
import { perform } from '../operations/model/walk.ts';
import { browserWorld } from './browser-world.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a final evaluation from its announcement to the appeal and the confirmed result', async () => {
  const play = evaluationPlay({ kind: 'final' });
  const world = browserWorld(stage);
  const path = along(play, [
    'planned --announce--> announced',
    'announced --start_self_assessment--> self_assessing',
    'self_assessing --submit_self_assessment--> material_check',
    'material_check --pass_material--> onsite',
    'onsite --record_visit--> scoring',
    'scoring --close_scoring--> moderating',
    'moderating --finalise--> result_notice',
    'result_notice --appeal--> appealed',
    'appealed --reject_appeal--> result_notice',
    'result_notice --resultNoticeDays--> confirmed',
  ]);
  const id = await play.begin(stage.world);
  await perform(play, path, world, id);
  expect(await world.stateOf('evaluation', id)).toBe('confirmed');
  expect(world.acts()).toBeGreaterThanOrEqual(9);
});
