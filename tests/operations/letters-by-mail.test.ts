import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterOf } from '#app/operations/deliver-outbox.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { reviewed } from '../routes/review-story.ts';
import { lettersFor, origin } from './letter-reading.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** The mails that somebody is sent about an event. */
async function mailsTo(who: string, event: string): Promise<readonly string[]> {
  const rows = await world.store.read
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '=', 'notification')
    .execute();
  const found: string[] = [];
  for (const row of rows) {
    const { notificationId } = JSON.parse(row.payload) as { notificationId: string };
    const notification = await world.store.read
      .selectFrom('notification')
      .select(['person_id', 'event'])
      .where('id', '=', notificationId)
      .executeTakeFirstOrThrow();
    if (notification.person_id !== world.idOf(who) || notification.event !== event) continue;
    const letter = await letterOf(world.house, row, origin);
    if (letter !== null) found.push(letter.text);
  }
  return found;
}

test('a mail about an event leads to the letters that its reader may open', async () => {
  const { id, lead } = await world.draft();
  await reviewed(world, id, lead);
  const [minutes] = (await lettersFor(world, 'director', 'application', id)).filter((l) =>
    l.startsWith('minutes'),
  );
  const [toDirector] = await mailsTo('director', 'close_review');
  expect(toDirector).toContain(`评审会议纪要 ${origin}/applications/${id}/letters/${minutes}`);
  const accepted = await mailsTo(lead, 'accept');
  expect(accepted).toHaveLength(1);
  expect(accepted[0]).not.toContain('/letters/');
  await world.must('director', 'application', id, 'admit', { residency: 'virtual' });
  const [toLead] = await mailsTo(lead, 'admit');
  expect(toLead).toContain(`${origin}/applications/${id}/letters/admission-notice-`);
  expect(toLead).not.toContain('minutes');
});
