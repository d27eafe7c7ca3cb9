import { localDate } from '#app/domain/calendar.ts';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type Actor, rolesToward, type Subject } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Connection } from '#db/connection.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { loadRecord, type RecordRow } from '#db/reads/records.server.ts';
import { subjectOf } from '../subject-for.server.ts';

/** An application whose form the actor may fill in now. */
export interface Editable {
  readonly row: RecordRow;
  readonly context: ApplicationContext;
  /** What the policy is asked about. */
  readonly subject: Subject;
  /** In the center's time zone. */
  readonly today: string;
}

const openStates: readonly string[] = ['draft', 'supplement_requested'];

/**
 * The application, when its lead or staff may change what it says. Refusals: `unseen`, `notYours` (somebody else may read
 * it), `application.notEditable` (it is submitted, or has ended).
 */
export async function editableApplication(
  db: Connection,
  actor: Actor,
  id: string,
  at: string,
): Promise<Result<Editable>> {
  const record = await loadRecord(db, 'application', id);
  if (record === undefined) return refused(refusal('unseen'));
  const subject = subjectOf('application', record);
  if (!mayRead(actor, lifecycleNamed('application'), subject)) return refused(refusal('unseen'));
  const roles = rolesToward(actor, subject);
  if (!roles.includes('lead') && !roles.includes('staff')) return refused(refusal('notYours'));
  if (!openStates.includes(record.row.state)) return refused(refusal('application.notEditable'));
  const calendar = await calendarOfCenter(db, record.row.center_id);
  return done({
    row: record.row,
    context: record.context as ApplicationContext,
    subject,
    today: localDate(at, calendar),
  });
}
