import { randomBytes } from 'node:crypto';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Connection, OpenTransaction } from '#db/connection.server.ts';

interface Keyed {
  readonly actor: Actor;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

/** The answer that the same form was given before, so that a retry has one effect; undefined the first time. */
export async function answeredBefore<T>(trx: Connection, asked: Keyed): Promise<Result<T> | undefined> {
  if (asked.idempotency === undefined) return undefined;
  const row = await trx
    .selectFrom('idempotency')
    .select(['body_hash', 'answer'])
    .where('person_id', '=', asked.actor.personId ?? '')
    .where('key', '=', asked.idempotency.key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.body_hash !== asked.idempotency.bodyHash) return refused(refusal('idempotency.otherContent'));
  return done(JSON.parse(row.answer) as T);
}

/** Whether a form was sent under this key, whatever it said. */
export const keyWasUsed = async (trx: Connection, personId: string, key: string): Promise<boolean> =>
  (await trx
    .selectFrom('idempotency')
    .select('key')
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()) !== undefined;

/** Remembers the answer in the transaction of what it answers. */
export async function rememberAnswer(
  trx: OpenTransaction,
  asked: Keyed,
  answer: unknown,
  at: string,
): Promise<void> {
  if (asked.idempotency === undefined) return;
  await trx
    .insertInto('idempotency')
    .values({
      person_id: asked.actor.personId ?? '',
      key: asked.idempotency.key,
      body_hash: asked.idempotency.bodyHash,
      answer: JSON.stringify(answer),
      created_at: at,
    })
    .execute();
}

/** A key for one drawing of a form. */
export const newKey = (): string => randomBytes(16).toString('base64url');
