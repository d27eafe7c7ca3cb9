import type { DocumentRef } from '#app/domain/forms/field.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { ContentLine, Shown } from '#app/domain/lifecycles/content.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import { objectionSettlers } from '#app/domain/lifecycles/objections.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import type { Words } from '#app/domain/words.ts';
import { paths } from '#app/paths.ts';
import { subjectOf } from '../subject-for.server.ts';
import type { OpenedRecord } from './record-view.server.ts';

const held = (view: RecordView, roles: readonly Role[]): boolean => view.roles.some((r) => roles.includes(r));

/** The center and the state: those who judge, decide and supervise. */
export const isOffice = (view: RecordView): boolean => held(view, ['manager', 'director', 'supervisor']);

/** Those to whom an objector's words are shown. */
export const settlesObjections = (view: RecordView): boolean => held(view, objectionSettlers);

/** The organization that the record is about. */
export const isOrganization = (view: RecordView): boolean => held(view, ['lead', 'staff', 'finance']);

export const isAssessor = (view: RecordView): boolean => held(view, ['assessor']);

/** Whether this reader may also open a record that hangs on the same organization. */
export const mayOpenBeside = (
  actor: Actor,
  { record }: OpenedRecord,
  lifecycle: LifecycleName,
  context: RecordContext,
): boolean => mayRead(actor, lifecycleNamed(lifecycle), subjectOf(lifecycle, { ...record, context }));

/** A link to the door of an event, when it is open to this reader now. */
export function doorOf(
  view: RecordView,
  event: string,
): { readonly label: Words; readonly href: string } | undefined {
  const step = view.steps.find((s) => s.event === event && s.reasons.length === 0);
  return step === undefined
    ? undefined
    : {
        label: { key: `${view.lifecycle}.event.${event}` },
        href: paths.event(view.lifecycle, view.id, step.noun),
      };
}

/** A document as the page needs it: what to call it and where to find it. */
export const documentRef = ({ id, name, sha256, size }: DocumentRef): DocumentRef => ({
  id,
  name,
  sha256,
  size,
});

/** Documents in a cell or a line; null when there are none. */
export const documentsShown = (documents: readonly DocumentRef[]): Shown | null =>
  documents.length === 0 ? null : { documents: documents.map(documentRef) };

/** Words as they were typed; null when nothing was. */
export const typed = (text: string | null | undefined): Shown | null =>
  text === null || text === undefined || text.trim() === '' ? null : { text };

/** A line of facts. */
export const line = (label: string, value: Shown | null): ContentLine => ({ label: { key: label }, value });

/** The lines that say something. */
export const given = (lines: readonly ContentLine[]): readonly ContentLine[] =>
  lines.filter((l) => l.value !== null);

/** The state of a record as a tag. */
export const stateTag = (lifecycle: LifecycleName, state: string): Shown => ({
  tag: { key: `${lifecycle}.state.${state}` },
  tone: lifecycleNamed(lifecycle).tones[state] ?? 'neutral',
});
