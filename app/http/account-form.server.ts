import { calendarOf, localDate } from '#app/domain/calendar.ts';
import type { Field, Values } from '#app/domain/forms/field.ts';
import { readValues } from '#app/domain/forms/schema.ts';
import type { FieldRefusal, Refusal, Result } from '#app/domain/refusal.ts';
import type { DoorContext } from './context.ts';
import { readSent, type Sent, type Typed, type Unread } from './form.server.ts';

/** Nothing was refused. */
export const noErrors: readonly (Refusal | FieldRefusal)[] = [];

const SECRETS: readonly string[] = ['password', 'current', 'code'];

export type AccountFormRead =
  | (Pick<Sent, 'input' | 'idempotency'> & {
      readonly ok: true;
      readonly values: Values;
      /** What was typed as a password or a code, exactly as it was sent. */
      readonly secret: (name: 'password' | 'current' | 'code') => string;
      /** To draw the form again: without the passwords. */
      readonly raw: Typed;
      /** Judges what was sent by other fields than those that it was read by. */
      readonly judge: (fields: readonly Field[]) => Result<Values, FieldRefusal>;
    })
  | Unread;

/** Reads a form about an account. Passwords never come back in `raw`. */
export async function readAccountForm(
  door: Pick<DoorContext, 'now'>,
  request: Request,
  fields: readonly Field[],
): Promise<AccountFormRead> {
  const sent = await readSent(request, fields);
  if (!sent.ok) return { ...sent, raw: withoutSecrets(sent.raw) };
  const { input, idempotency } = sent.value;
  const raw = withoutSecrets(sent.raw);
  const read = readValues(fields, input, { today: todayOf(door) });
  if (!read.ok) return { ok: false, refusals: read.refusals, raw, status: 422 };
  return {
    ok: true,
    values: read.value,
    secret: (name) => input.get(name) ?? '',
    input,
    raw,
    judge: (others) => readValues(others, input, { today: todayOf(door) }),
    ...(idempotency ? { idempotency } : {}),
  };
}

/** The date in the time zone of the centers. */
export const todayOf = (door: Pick<DoorContext, 'now'>): string => localDate(door.now, calendarOf([]));

const withoutSecrets = (raw: Typed): Typed =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => !SECRETS.includes(name)));
