import { calendarOf, endOfDay, startOfDay } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { numberOf, textOf } from '#app/domain/forms/values.ts';
import { fixedDeadline } from '#app/domain/lifecycles/deadlines.ts';
import { recomputationWith } from '#app/domain/lifecycles/recompute.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import {
  applicationsOfCall,
  draftsOfCall,
  placeOf,
  placeOfCenter,
  programsOf,
} from '#db/reads/admin.server.ts';
import { callById } from '#db/reads/calls.server.ts';
import { insertCall, updateCall } from '#db/writes/admin-calls.server.ts';
import { workAt } from '../engine/begin-work.server.ts';
import { hold } from '../engine/move.server.ts';
import { changeDeadlines } from '../engine/recompute.server.ts';
import type { House } from '../house.ts';
import { recomputedBy } from '../recompute-deadlines.server.ts';
import {
  type AdminAsked,
  type AdminEdit,
  type AdminRefusal,
  administer,
  changedMeanwhile,
  refusedAt,
} from './administer.server.ts';

type Answer = Result<{ readonly id: string }, AdminRefusal>;
const wallClock = calendarOf([]);

/** Prepares a call; nobody sees it before it is published. Refusals: `unseen`, `call.endsBeforeItBegins`, `call.program`. */
export const createCall = (
  house: House,
  asked: AdminAsked & { readonly centerId: string; readonly values: Values },
): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'call.edit', place: (trx) => placeOfCenter(trx, asked.centerId) },
    async (trx, at) => {
      const content = await contentOf(trx, asked.centerId, asked.values);
      if (!content.ok) return content;
      const id = newId(at);
      await insertCall(trx, {
        id,
        center_id: asked.centerId,
        published_at: null,
        version: 1,
        created_at: at,
        ...content.value,
      });
      return done({ answer: { id }, detail: { callId: id, title: content.value.title } });
    },
  );

/**
 * Changes a call. One that is published and has applications can only be extended: later than it closes now, and
 * drafts get the new closing time with an event in their history. Refusals: `unseen`, `call.endsBeforeItBegins`,
 * `call.program`, `call.onlyExtend`, `call.closed`, `admin.changedMeanwhile`.
 */
export const editCall = (house: House, asked: AdminEdit & { readonly values: Values }): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'call.edit', place: (trx) => placeOf(trx, 'call', asked.id) },
    async (trx, at) => {
      const call = await callById(trx, asked.id);
      if (call === undefined) return refused(refusal('unseen'));
      const bound = call.published_at !== null && (await applicationsOfCall(trx, call.id)) > 0;
      if (!bound) {
        const content = await contentOf(trx, call.center_id, asked.values);
        if (!content.ok) return content;
        if (!(await updateCall(trx, call.id, asked.version, content.value))) return changedMeanwhile();
        return done({ answer: { id: call.id }, detail: { callId: call.id, title: content.value.title } });
      }
      const closesAt = closingOf(asked.values);
      if (call.closes_at === null || closesAt === null || closesAt <= call.closes_at)
        return refusedAt('closesOn', 'call.onlyExtend');
      if (call.closes_at <= at) return refusedAt('closesOn', 'call.closed');
      if (!(await updateCall(trx, call.id, asked.version, { closes_at: closesAt })))
        return changedMeanwhile();
      await moveDrafts(trx, at, asked, call.id, closesAt);
      return done({ answer: { id: call.id }, detail: { callId: call.id, closesAt } });
    },
  );

/** Publishes a prepared call. Refusals: `unseen`, `call.published`, `call.over`, `admin.changedMeanwhile`. */
export const publishCall = (house: House, asked: AdminEdit): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'call.edit', place: (trx) => placeOf(trx, 'call', asked.id) },
    async (trx, at) => {
      const call = await callById(trx, asked.id);
      if (call === undefined) return refused(refusal('unseen'));
      if (call.published_at !== null) return refused(refusal('call.published'));
      if (call.closes_at !== null && call.closes_at <= at) return refused(refusal('call.over'));
      if (!(await updateCall(trx, call.id, asked.version, { published_at: at }))) return changedMeanwhile();
      return done({ answer: { id: call.id }, detail: { callId: call.id, published: true } });
    },
  );

/**
 * Closes a published call now; drafts that were not sent in lapse. Refusals: `unseen`, `call.notOpen`,
 * `admin.changedMeanwhile`.
 */
export const closeCall = (house: House, asked: AdminEdit): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'call.edit', place: (trx) => placeOf(trx, 'call', asked.id) },
    async (trx, at) => {
      const call = await callById(trx, asked.id);
      if (call === undefined) return refused(refusal('unseen'));
      if (call.published_at === null || (call.closes_at !== null && call.closes_at <= at))
        return refused(refusal('call.notOpen'));
      const opens = call.opens_at > at ? { opens_at: at } : {};
      if (!(await updateCall(trx, call.id, asked.version, { closes_at: at, ...opens })))
        return changedMeanwhile();
      await moveDrafts(trx, at, asked, call.id, at);
      return done({ answer: { id: call.id }, detail: { callId: call.id, closedAt: at } });
    },
  );

/** 24:00 of the closing date; null for rolling intake. */
function closingOf(values: Values): string | null {
  const closesOn = textOf(values, 'closesOn');
  return closesOn === '' ? null : endOfDay(closesOn, wallClock);
}

async function contentOf(trx: OpenTransaction, centerId: string, values: Values) {
  const programId = textOf(values, 'programId');
  const programs = await programsOf(trx, centerId);
  if (!programs.some((p) => p.id === programId)) return refusedAt('programId', 'call.program');
  const opensAt = startOfDay(textOf(values, 'opensOn'), wallClock);
  const closesAt = closingOf(values);
  if (closesAt !== null && closesAt <= opensAt) return refusedAt('closesOn', 'call.endsBeforeItBegins');
  return done({
    title: textOf(values, 'title'),
    summary: textOf(values, 'summary'),
    program_id: programId,
    opens_at: opensAt,
    closes_at: closesAt,
    quota: numberOf(values, 'quota'),
  });
}

/** Every draft of a call that has a closing time gets the new one. */
async function moveDrafts(
  trx: OpenTransaction,
  at: string,
  asked: AdminEdit,
  callId: string,
  closesAt: string,
): Promise<void> {
  for (const id of await draftsOfCall(trx, callId)) {
    const work = workAt(trx, at, asked.actor, asked.requestId);
    const draft = await hold(work, 'application', id);
    const later = draft.row.updated_at > at ? { ...work, at: draft.row.updated_at } : work;
    const moved = await changeDeadlines(later, draft, recomputedBy(asked.actor), (context) =>
      recomputationWith(context, { callCloses: fixedDeadline(closesAt, at) }, at),
    );
    if (!moved.ok) throw new Error(`The draft ${id} changed inside the transaction that held it`);
  }
}
