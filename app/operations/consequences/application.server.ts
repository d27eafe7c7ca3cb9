import { createHash } from 'node:crypto';
import { columnsNotAsked } from '#app/domain/forms/applicant-columns.ts';
import {
  documentFields,
  registrationTypes,
  sectionsByKind,
  trackOf,
} from '#app/domain/forms/application-form.ts';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { beginIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { sectionsOf, waitlistedOf } from '#db/reads/applications.server.ts';
import { documentsOf } from '#db/reads/documents.server.ts';
import { organizationById } from '#db/reads/organizations.server.ts';
import { peopleInRoles } from '#db/reads/people.server.ts';
import { insertNotifications } from '#db/writes/engine.server.ts';
import { closeNoticeOf, insertNotice } from '#db/writes/notices.server.ts';
import { setOrganizationStanding, updateOrganization } from '#db/writes/organizations.server.ts';
import { freeSeatOf, occupySeatOf, reserveSeat } from '#db/writes/seats.server.ts';
import { putSection } from '#db/writes/sections.server.ts';
import { insertSnapshot } from '#db/writes/snapshots.server.ts';
import { readSection, storedSection } from '../applications/saved-section.ts';
import { begin } from '../engine/move.server.ts';
import { tellThese } from '../engine/tell.server.ts';
import type { Consequence } from '../engine/work.ts';
import { followNotice } from './notices.server.ts';

/** Freezes what was sent in: the answers and the documents' hashes, hashed together (受理回执 rests on it). */
const issueReceipt: Consequence = async (work, { record }) => {
  const context = record.context as ApplicationContext;
  const sections = await sectionsOf(work.trx, record.row.id);
  // What was attached for another type of organization stays for whoever changes back, and is no part of what is sent in.
  const slots = new Set(documentFields(context.track).map(({ name }) => name));
  const attached = await documentsOf(work.trx, 'application', record.row.id);
  const documents = attached.filter(({ slot }) => slots.has(slot));
  const content = JSON.stringify({
    sections: Object.fromEntries(sections.map((s) => [s.section, JSON.parse(s.values) as unknown])),
    documents: documents.map((d) => ({ slot: d.slot, name: d.name, sha256: d.sha256, size: d.size })),
  });
  await insertSnapshot(work.trx, {
    id: newId(work.at),
    application_id: record.row.id,
    number: context.snapshots,
    content,
    hash: createHash('sha256').update(content).digest('hex'),
    taken_at: work.at,
  });
};

/** Publishes the notice of an intended decision, with nothing but what may be public. */
const publishNotice: Consequence = async (work, { record }) => {
  await insertNotice(work.trx, {
    id: newId(work.at),
    center_id: record.row.center_id,
    lifecycle: record.lifecycle,
    record_id: record.row.id,
    number: record.row.number ?? '',
    organization_name: record.row.organization_name,
    content: JSON.stringify({ score: record.row.score }),
    published_at: work.at,
    ends_at: record.context.deadlines.noticeDays?.due ?? null,
    outcome: null,
  });
};

/** The notice ran out without an open objection. */
const closeNotice: Consequence = (work, { record }) =>
  closeNoticeOf(work.trx, record.lifecycle, record.row.id, 'kept');

/** Keeps a seat for an organization that will sit in the center, from its admission on: the last one is promised once. */
const holdSeat: Consequence = async (work, { record }) => {
  if ((record.context as ApplicationContext).residency !== 'onsite') return;
  await reserveSeat(work.trx, record.row.center_id, record.row.organization_id);
};

/** What an application that ends on the way held: its seat, its notice. */
const releasePlace: Consequence = async (work, { record }) => {
  await freeSeatOf(work.trx, record.row.organization_id);
  await closeNoticeOf(work.trx, record.lifecycle, record.row.id, 'lifted');
};

/** A place that is kept no longer, for its organization withdrew, was refused or did not sign: those on the waitlist of its call hear of it, and who promotes them. */
const tellWaitlist: Consequence = async (work, { record }) => {
  if (record.row.parent_id === null) return;
  const waiting = await waitlistedOf(work.trx, record.row.parent_id);
  for (const next of waiting) {
    const people = await peopleInRoles(work.trx, ['lead', 'director'], {
      centerId: record.row.center_id,
      organizationId: next.organization_id,
      regionCode: record.regionCode,
      lifecycle: 'application',
      recordId: next.id,
    });
    await tellThese(work, { lifecycle: 'application', ...next }, 'place_freed', people, '');
  }
};

/**
 * An organization of another kind: the register keeps that and forgets what the kind is not asked for, for a code that is
 * kept there would be barred to its real owner. The parts of the form that ask each kind something else are open again;
 * their answers stay as they are for whoever changes back, and only what the form asks is kept when they are saved.
 */
const takeKind: Consequence = async (work, { record, input }) => {
  const kind = registrationTypes.find((each) => each === input.registrationType);
  const organization = await organizationById(work.trx, record.row.organization_id);
  if (kind === undefined || organization === undefined) return;
  const change = {
    registration_type: kind,
    ...Object.fromEntries(columnsNotAsked(trackOf(kind)).map((column) => [column, null])),
    updated_at: work.at,
  };
  const kept = await updateOrganization(work.trx, organization.id, organization.version, change);
  if (!kept) throw new Error('An organization moved inside a transaction that holds the write lock');
  for (const saved of await sectionsOf(work.trx, record.row.id)) {
    if (!sectionsByKind.some((each) => each === saved.section)) continue;
    const { values, typed } = readSection(saved.values);
    const isOwn = saved.section === 'organization';
    await putSection(work.trx, {
      ...saved,
      values: storedSection(
        isOwn ? { ...values, registrationType: kind } : values,
        isOwn && typed ? { ...typed, registrationType: kind } : typed,
      ),
      complete: 0,
      version: saved.version + 1,
      saved_at: work.at,
      saved_by: work.actor.personId ?? saved.saved_by,
    });
  }
};

/** Signed by both: the incubation begins, and the seat is taken. */
const openIncubation: Consequence = async (work, { record }) => {
  const context = record.context as ApplicationContext;
  await occupySeatOf(work.trx, record.row.organization_id);
  await setOrganizationStanding(work.trx, record.row.organization_id, 'incubated', work.at);
  await begin(work, {
    lifecycle: 'incubation',
    centerId: record.row.center_id,
    organization: { id: record.row.organization_id, name: record.row.organization_name },
    parentId: record.row.id,
    context: beginIncubation({
      calendar: await work.calendarOf(record.row.center_id),
      at: work.at,
      settings: context.settings,
      residency: context.residency ?? 'virtual',
      responsibleId: context.responsibleId,
    }),
  });
};

/** A "late after" timer passed: the director hears of it. */
export const tellDirectorLate: Consequence = async (work, { record, event }) => {
  const directors = await peopleInRoles(work.trx, ['director'], {
    centerId: record.row.center_id,
    organizationId: record.row.organization_id,
    regionCode: record.regionCode,
    lifecycle: record.lifecycle,
    recordId: record.row.id,
  });
  await insertNotifications(
    work.trx,
    directors.map((personId) => ({
      id: newId(work.at),
      person_id: personId,
      lifecycle: record.lifecycle,
      record_id: record.row.id,
      event,
      actor_name: '',
      organization_name: record.row.organization_name,
      at: work.at,
      read_at: null,
    })),
  );
};

export const applicationConsequences: Readonly<Record<string, Consequence>> = {
  issueReceipt,
  publishNotice,
  closeNotice,
  holdSeat,
  releasePlace,
  tellWaitlist,
  takeKind,
  openIncubation,
  tellDirectorLate,
  // An objection's words lie apart from the history, its number in the machine; the notice's end moves.
  fileObjection: followNotice,
  answerObjection: followNotice,
};
