import { expect, onTestFinished, test } from 'vitest';
import { done } from '#app/domain/refusal.ts';
import { deliverOutbox } from '#app/operations/deliver-outbox.server.ts';
import { sendLetter } from '#app/operations/people/letters.server.ts';
import type { Letter } from '#app/outside/mail.server.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { insertOutbox } from '#db/writes/engine.server.ts';
import { openWorld } from '../world.ts';

test('a letter that somebody waits for goes before a thousand notices that are older', async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const sent: Letter[] = [];
  const mailer = {
    send: async (letter: Letter) => {
      sent.push(letter);
      return done('sent' as const);
    },
    close: () => {},
  };
  const earlier = world.clock.now();
  await world.store.write((trx) =>
    insertOutbox(
      trx,
      Array.from({ length: 1_000 }, () => ({
        id: newId(earlier),
        kind: 'notification',
        payload: JSON.stringify({ notificationId: 'of nobody any more' }),
        created_at: earlier,
        try_at: earlier,
        tries: 0,
        delivered_at: null,
        failure: null,
      })),
    ),
  );
  world.clock.advance(60_000);
  const now = world.clock.now();
  const letter = {
    to: 'lead@example.cn',
    locale: null,
    template: 'reset',
    params: { name: '王' },
    link: '/x',
  } as const;
  await world.store.write((trx) => sendLetter(trx, letter, now));
  await deliverOutbox(world.house, mailer, 'https://hatchery.example');
  expect(sent.map(({ to }) => to)).toEqual([letter.to]);
  const left = await world.store.read
    .selectFrom('outbox')
    .select('id')
    .where('delivered_at', 'is', null)
    .execute();
  expect(left, 'the rest of the turn is for the notices').toHaveLength(1_000 - 49);
});
