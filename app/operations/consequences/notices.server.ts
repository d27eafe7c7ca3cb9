import { setNoticeEnd } from '#db/writes/notice-ends.server.ts';
import { closeNoticeOf } from '#db/writes/notices.server.ts';
import type { Consequence } from '../engine/work.ts';

/** The notice on the public page ends when its clock does: later after an objection or an appeal, never while it is open. */
export const followNotice: Consequence = async (work, { record }) => {
  const { noticeDays, resultNoticeDays } = record.context.deadlines;
  await setNoticeEnd(
    work.trx,
    record.lifecycle,
    record.row.id,
    (noticeDays ?? resultNoticeDays)?.due ?? null,
  );
};

/** What was announced does not come about. */
export const liftNotice: Consequence = (work, { record }) =>
  closeNoticeOf(work.trx, record.lifecycle, record.row.id, 'lifted');
