import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { retryMessage } from '#db/writes/admin-outbox.server.ts';
import type { House } from '../house.ts';
import { type AdminAsked, type AdminRefusal, administer } from './administer.server.ts';

/** Puts a message that did not arrive back to the head of the queue. Refusals: `unseen`, `outbox.delivered`. */
export const retryOutboxMessage = (
  house: House,
  asked: AdminAsked & { readonly id: string },
): Promise<Result<{ readonly id: string }, AdminRefusal>> =>
  administer(house, asked, { ability: 'outbox.retry', place: async () => 'instance' }, async (trx, at) => {
    if (!(await retryMessage(trx, asked.id, at))) return refused(refusal('outbox.delivered'));
    return done({ answer: { id: asked.id }, detail: { messageId: asked.id } });
  });
