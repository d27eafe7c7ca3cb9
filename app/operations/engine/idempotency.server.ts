import { randomBytes } from 'node:crypto';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Connection, OpenTransaction } from '#db/connection.server.ts';
import { firstOf, hotQuery } from '#db/reads/hot-query.server.ts';
import { insertRows } from '#db/writes/insert-rows.server.ts';

interface Keyed {
  readonly actor: Actor;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

/** The answer that the same form was given before, so that a retry has one effect; undefined the first time. */
export async function answeredBefore<T>(trx: Connection, asked: Keyed): Promise<Result<T> | undefined> {
  if (asked.idempotency === undefined) return undefined;
  const row = await firstOf(
    answerTo(trx, { personId: asked.actor.personId ?? '', key: asked.idempotency.key }),
  );
  if (row === undefined) return undefined;
  if (row.body_hash !== asked.idempotency.bodyHash) return refused(refusal('idempotency.otherContent'));
  return done(JSON.parse(row.answer) as T);
}

const answerTo = hotQuery((db, { personId, key }: { readonly personId: string; readonly key: string }) =>
  db
    .selectFrom('idempotency')
    .select(['body_hash', 'answer'])
    .where('person_id', '=', personId)
    .where('key', '=', key),
);

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
  await insertRows(trx, 'idempotency', [
    {
      person_id: asked.actor.personId ?? '',
      key: asked.idempotency.key,
      body_hash: asked.idempotency.bodyHash,
      answer: JSON.stringify(answer),
      created_at: at,
    },
  ]);
}

/** A key for one drawing of a form. */
export const newKey = (): string => randomBytes(16).toString('base64url');
