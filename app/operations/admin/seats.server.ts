import type { Values } from '#app/domain/forms/field.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { placeOf, placeOfCenter, seatById, seatCodeTaken } from '#db/reads/admin.server.ts';
import { insertSeats, updateSeat } from '#db/writes/admin-seats.server.ts';
import type { House } from '../house.ts';
import {
  type AdminAsked,
  type AdminEdit,
  type AdminRefusal,
  administer,
  changedMeanwhile,
  refusedAt,
} from './administer.server.ts';

type Answer = Result<{ readonly id: string }, AdminRefusal>;

/** Adds a seat. Refusals: `unseen`, `seat.codeTaken`. */
export const addSeat = (
  house: House,
  asked: AdminAsked & { readonly centerId: string; readonly values: Values },
): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'seat.edit', place: (trx) => placeOfCenter(trx, asked.centerId) },
    async (trx, at) => {
      const code = textOf(asked.values, 'code');
      const room = textOf(asked.values, 'room');
      if (await seatCodeTaken(trx, asked.centerId, code))
        return refusedAt('code', 'seat.codeTaken', { code });
      const id = newId(at);
      await insertSeats(trx, [
        { id, center_id: asked.centerId, code, room, status: 'free', organization_id: null, version: 1 },
      ]);
      return done({ answer: { id }, detail: { seatId: id, code, room } });
    },
  );

/** Gives a seat another number or room. Refusals: `unseen`, `seat.codeTaken`, `admin.changedMeanwhile`. */
export const renameSeat = (house: House, asked: AdminEdit & { readonly values: Values }): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'seat.edit', place: (trx) => placeOf(trx, 'seat', asked.id) },
    async (trx) => {
      const seat = await seatById(trx, asked.id);
      if (seat === undefined) return refused(refusal('unseen'));
      const code = textOf(asked.values, 'code');
      const room = textOf(asked.values, 'room');
      if (await seatCodeTaken(trx, seat.center_id, code, seat.id))
        return refusedAt('code', 'seat.codeTaken', { code });
      if (!(await updateSeat(trx, seat.id, asked.version, { code, room }))) return changedMeanwhile();
      return done({ answer: { id: seat.id }, detail: { seatId: seat.id, code, room } });
    },
  );

/**
 * Takes a free seat out of use, or back into it. Refusals: `unseen`, `seat.taken` (somebody holds or has reserved
 * it), `admin.changedMeanwhile`.
 */
export const retireSeat = (house: House, asked: AdminEdit & { readonly back: boolean }): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'seat.edit', place: (trx) => placeOf(trx, 'seat', asked.id) },
    async (trx) => {
      const seat = await seatById(trx, asked.id);
      if (seat === undefined) return refused(refusal('unseen'));
      if (seat.organization_id !== null) return refused(refusal('seat.taken'));
      const status = asked.back ? 'free' : 'retired';
      if (!(await updateSeat(trx, seat.id, asked.version, { status }))) return changedMeanwhile();
      return done({ answer: { id: seat.id }, detail: { seatId: seat.id, status } });
    },
  );
