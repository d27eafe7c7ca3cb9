import { localDate } from '#app/domain/calendar.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { newKey } from '../engine/idempotency.server.ts';
import type { House } from '../house.ts';
import type { EventView } from '../view/event-view.server.ts';
import { type NoticeView, objecting, objectionsIn, openNotice } from './open-notice.server.ts';

/** The form by which anyone objects to a notice. */
export interface ObjectionForm {
  readonly notice: NoticeView;
  /** As the door of every event; the record itself stays closed. */
  readonly event: EventView;
}

/** Opens the objection form of a notice, or undefined when there is no such notice, or none that takes objections. */
export async function openObjection(house: House, noticeId: string): Promise<ObjectionForm | undefined> {
  const opened = await openNotice(house, noticeId);
  if (opened === undefined || !opened.view.objectable) return undefined;
  const { view, record } = opened;
  const declaration = lifecycleNamed(view.lifecycle).events[objecting];
  if (declaration === undefined) return undefined;
  const at = house.clock.now();
  const calendar = await calendarOfCenter(house.store.read, record.row.center_id);
  return {
    notice: view,
    event: {
      lifecycle: view.lifecycle,
      id: record.row.id,
      event: objecting,
      noun: declaration.noun,
      main: { event: objecting, noun: declaration.noun },
      beside: [],
      manner: declaration.manner,
      organizationName: view.organizationName,
      number: view.number,
      state: record.row.state,
      version: record.row.version,
      allowed: true,
      by: declaration.by,
      reasons: view.closed,
      fields: declaration.form?.(record.context, {}, { at, calendar }) ?? [],
      leastOne: false,
      values: {},
      tells: [],
      key: newKey(),
      today: localDate(at, calendar),
    },
  };
}

/** What the one who objected keeps: the number of the objection, and by when it is answered. */
export interface ObjectionReceipt {
  readonly notice: NoticeView;
  readonly number: string;
  readonly open: boolean;
  /** ISO instant; null once everything is answered. */
  readonly answerBy: string | null;
}

/** The receipt of an objection by its number, or undefined when this notice has none of that number. */
export async function objectionReceipt(
  house: House,
  noticeId: string,
  number: string,
): Promise<ObjectionReceipt | undefined> {
  const opened = await openNotice(house, noticeId);
  const objection = opened && objectionsIn(opened.record).find((o) => o.number === number);
  if (opened === undefined || objection === undefined) return undefined;
  return {
    notice: opened.view,
    number,
    open: objection.open,
    answerBy: objection.open ? (opened.record.context.deadlines.objectionDays?.due ?? null) : null,
  };
}
