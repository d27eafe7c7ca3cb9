import { json, redirect, type TypedResponse } from '@remix-run/node';
import { calendarOf, localDate } from '#app/domain/calendar.ts';
import type { Field, Values } from '#app/domain/forms/field.ts';
import { readValues } from '#app/domain/forms/schema.ts';
import { type Ability, mayDo } from '#app/domain/policy/abilities.ts';
import type { FieldRefusal, Refusal, Result } from '#app/domain/refusal.ts';
import type { AdminAsked } from '#app/operations/admin/administer.server.ts';
import { newKey } from '#app/operations/engine/idempotency.server.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import type { DoorContext } from './context.ts';
import { readSent, type Sent, type Typed } from './form.server.ts';
import { notFound, type SignedIn, signedIn, statusOf } from './guarded.server.ts';

export type CenterRow = Awaited<ReturnType<typeof allCenters>>[number];

/** Who came, for which center, and the other centers that they could do this for. */
export interface AdminVisit {
  readonly viewer: SignedIn;
  readonly center: CenterRow;
  readonly centers: readonly { readonly id: string; readonly name: string }[];
}

/** The signed-in viewer who may do this in the whole installation; to others the page does not exist (404, thrown). */
export function demandInstance(door: DoorContext, request: Request, ability: Ability): SignedIn {
  const viewer = signedIn(door, request);
  if (!mayDo(viewer.actor, ability, 'instance')) throw notFound();
  return viewer;
}

/** The viewer and the center that they do this for: the one that `?center=` names, else their first (404, thrown). */
export async function demandCenter(
  door: DoorContext,
  request: Request,
  ability: Ability,
): Promise<AdminVisit> {
  const viewer = signedIn(door, request);
  const centers = (await allCenters(door.house.store.read)).filter((center) =>
    mayDo(viewer.actor, ability, { centerId: center.id, regionCode: center.region_code }),
  );
  const wanted = new URL(request.url).searchParams.get('center');
  const center = wanted ? centers.find((c) => c.id === wanted) : centers[0];
  if (center === undefined) throw notFound();
  return { viewer, center, centers: centers.map(({ id, name }) => ({ id, name })) };
}

/** Something of a center, for whoever may do this there; anybody else is told that it is not there (404, thrown). */
export async function demandOwned<T extends { readonly center_id: string }>(
  door: DoorContext,
  request: Request,
  ability: Ability,
  find: () => Promise<T | undefined>,
): Promise<AdminVisit & { readonly thing: T }> {
  signedIn(door, request);
  const thing = await find();
  if (thing === undefined) throw notFound();
  const address = new URL(request.url);
  address.searchParams.set('center', thing.center_id);
  return { ...(await demandCenter(door, new Request(address), ability)), thing };
}

/** What a page with forms needs besides its content. */
export const drawing = (request: Request) => ({
  key: newKey(),
  done: new URL(request.url).searchParams.get('done'),
});

/** The date in the centers' time zone. */
export const todayAt = (door: DoorContext): string => localDate(door.now, calendarOf([]));

/** What a refused form is drawn again from; `of` says which form of the page it was. */
export interface AdminAnswer {
  readonly of: string;
  readonly errors: readonly (Refusal | FieldRefusal)[];
  readonly raw: Typed;
}

type Read =
  | { readonly ok: true; readonly of: string; readonly sent: Sent; readonly asked: AdminAsked }
  | { readonly ok: false; readonly answer: TypedResponse<AdminAnswer> };

/** Reads what was posted to a page of the administration; `intent` tells its forms apart. */
export async function readAdmin(door: DoorContext, request: Request, viewer: SignedIn): Promise<Read> {
  const form = await readSent(request);
  if (!form.ok) {
    const again = { of: '', errors: form.refusals, raw: form.raw };
    return { ok: false, answer: json<AdminAnswer>(again, form.status) };
  }
  const { idempotency } = form.value;
  return {
    ok: true,
    of: form.value.input.get('intent') ?? '',
    sent: form.value,
    asked: {
      actor: viewer.actor,
      requestId: door.requestId,
      address: door.address,
      ...(idempotency ? { idempotency } : {}),
    },
  };
}

/** Judges what was sent by its fields. */
export const judged = (
  door: DoorContext,
  sent: Sent,
  fields: readonly Field[],
): Result<Values, FieldRefusal> => readValues(fields, sent.input, { today: todayAt(door) });

/** The answer that draws the form again with what was refused; what is not there for this viewer is thrown as 404. */
export function drawnAgain(
  read: Extract<Read, { ok: true }>,
  refusals: readonly (Refusal | FieldRefusal)[],
): TypedResponse<AdminAnswer> {
  if (refusals.some((r) => r.code === 'unseen')) throw notFound();
  return json<AdminAnswer>(
    { of: read.of, errors: refusals, raw: read.sent.raw },
    { status: statusOf(refusals) },
  );
}

/** Back to a page of the administration, which then says what was done. */
export function doneAt(address: string, what: string): Response {
  const [path = '', hash = ''] = address.split('#');
  const sign = path.includes('?') ? '&' : '?';
  return redirect(`${path}${sign}done=${what}${hash ? `#${hash}` : ''}`, 303);
}
