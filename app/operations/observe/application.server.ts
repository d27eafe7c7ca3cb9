import { localDate } from '#app/domain/calendar.ts';
import {
  applicationSections,
  documentFields,
  type RegistrationType,
} from '#app/domain/forms/application-form.ts';
import type { ApplicationContext, ApplicationObserved } from '#app/domain/lifecycles/application/facts.ts';
import { usccFitsType } from '#app/domain/uscc.ts';
import { sectionsOf } from '#db/reads/applications.server.ts';
import { callById, rankingOfCall } from '#db/reads/calls.server.ts';
import { candidatesFor, managersOf } from '#db/reads/candidates.server.ts';
import { documentsOf } from '#db/reads/documents.server.ts';
import { organizationById, othersUnderWay } from '#db/reads/organizations.server.ts';
import { newestPublishedRubric } from '#db/reads/rubrics.server.ts';
import { freeSeats } from '#db/reads/seats.server.ts';
import type { Held, Observer } from '../engine/work.ts';
import { numbered } from './numbered.server.ts';

type Observers = {
  [Name in keyof ApplicationObserved]: (...args: Parameters<Observer>) => Promise<ApplicationObserved[Name]>;
};

const contextOf = (record: Held): ApplicationContext => record.context as ApplicationContext;

/** What an application's guards and forms need to know of the world outside it. */
export const applicationObservers: Observers = {
  call: async ({ db }, record) => {
    const call = await callById(db, contextOf(record).callId);
    return {
      opensAt: call?.opens_at ?? '9999',
      closesAt: call?.closes_at ?? null,
      published: call?.published_at != null,
    };
  },
  form: async ({ db }, record) => {
    const complete = new Set(
      (await sectionsOf(db, record.row.id)).filter((s) => s.complete === 1).map((s) => s.section),
    );
    const present = new Set((await documentsOf(db, 'application', record.row.id)).map((d) => d.slot));
    return {
      incomplete: applicationSections.filter((s) => s !== 'documents' && !complete.has(s)),
      missingDocuments: documentFields(contextOf(record).track)
        .filter((f) => !f.optional && !present.has(f.name))
        .map((f) => f.name),
    };
  },
  organization: async ({ db }, record) => {
    const organization = await organizationById(db, record.row.organization_id);
    const type = (organization?.registration_type ?? 'other') as RegistrationType;
    const uscc = organization?.uscc ?? null;
    return {
      name: organization?.name ?? '',
      type,
      codeFits: organization?.uscc_inspected != null || (uscc !== null && usccFitsType(uscc, type)),
      creditFlag: (organization?.credit_flag ?? 'normal') as 'normal',
      barredUntil: organization?.barred_until ?? null,
    };
  },
  others: ({ db }, record) =>
    othersUnderWay(db, record.row.center_id, record.row.organization_id, record.row.id),
  applicationNumber: (look, record) =>
    numbered(look, record, 'RK', localDate(look.at, look.calendar).slice(0, 7).replace('-', ''), 4),
  supplementable: async (_look, record) => [
    ...applicationSections
      .filter((s) => s !== 'documents')
      .map((s) => ({ key: s, label: { key: `application.section.${s}` } })),
    ...documentFields(contextOf(record).track).map((f) => ({
      key: f.name,
      label: { key: `document.${f.name}` },
    })),
  ],
  reviewerCandidates: ({ db }, record) =>
    candidatesFor(db, 'reviewer', record.row.center_id, record.row.organization_id),
  entryRubric: ({ db }, record) => newestPublishedRubric(db, record.row.center_id, 'entry'),
  objectionNumber: (look, record) =>
    numbered(look, record, 'YY', localDate(look.at, look.calendar).slice(0, 4), 4),
  ranking: ({ db }, record) => rankingOfCall(db, contextOf(record).callId),
  seats: async ({ db }, record) => ({ free: await freeSeats(db, record.row.center_id) }),
  managers: ({ db }, record) => managersOf(db, record.row.center_id),
};
