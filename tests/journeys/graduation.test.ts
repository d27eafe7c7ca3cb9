import { afterAll, beforeAll, expect, test } from 'vitest';
import { graduationPlay } from '../operations/model/graduation.play.ts';
import { along } from '../operations/model/long-walk.ts';
import { perform } from '../operations/model/walk.ts';
import { browserWorld } from './browser-world.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('from the application for graduation to a certificate that anyone can check', async () => {
  const play = graduationPlay();
  const world = browserWorld(stage);
  const path = along(play, [
    'candidate --apply--> applied',
    'applied --verify--> verifying',
    'verifying --pass_verification--> approving',
    'approving --approve--> public_notice',
    'public_notice --noticeDays--> handover',
    'handover --complete_handover--> certified',
  ]);
  const id = await play.begin(stage.world);
  await perform(play, path, world, id);
  expect(await world.stateOf('graduation', id)).toBe('certified');
  const certificate = await world.store.read
    .selectFrom('certificate')
    .select('number')
    .executeTakeFirstOrThrow();
  const anyone = await stage.open({ phone: true });
  await anyone.go(`/certificates/${certificate.number}`);
  await anyone.look();
  expect(await anyone.page.locator('main').innerText()).toContain(certificate.number);
});
