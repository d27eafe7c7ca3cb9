import type { AnyLifecycle } from '../lifecycles/attempt.ts';
import { type Actor, isDelegate, type Role, rolesToward, type Subject } from './actor.ts';

/** Whether the actor may open a record's page. What one may not see does not exist for them (404). */
export function mayRead(actor: Actor, lifecycle: AnyLifecycle, subject: Subject): boolean {
  if (actor.automatic) return true;
  return rolesToward(actor, subject).some((role) => lifecycle.readBy.includes(role));
}

/**
 * The role in which the actor may send this event to this record, or null: deny by default.
 * Whether the event is possible now is the machine's to say, not the policy's. Where no director is free to act, the
 * supervisor sends the director's events in the director's place; what a supervisor sends anyway, they send as such.
 */
export function roleToSend(
  actor: Actor,
  lifecycle: AnyLifecycle,
  subject: Subject,
  event: string,
): Role | null {
  if (actor.automatic === 'clock') return null;
  if (actor.automatic === 'system') return lifecycle.systemEvents.includes(event) ? 'system' : null;
  const declaration = lifecycle.events[event];
  if (declaration === undefined) return null;
  const held = rolesToward(actor, subject);
  const role = declaration.by.find((r) => held.includes(r));
  if (role !== undefined) return role;
  if (standsIn(held, subject, declaration.by)) return 'director';
  return declaration.delegates && isDelegate(actor, subject.organizationId) ? 'staff' : null;
}

/** A recused director: another one decides, or the supervisor where there is none. */
const standsIn = (held: readonly Role[], subject: Subject, by: readonly Role[]): boolean =>
  subject.directorFree === false && by.includes('director') && held.includes('supervisor');
