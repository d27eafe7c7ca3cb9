import { localDate } from '#app/domain/calendar.ts';
import { textOf } from '#app/domain/forms/values.ts';
import type { GraduationContext } from '#app/domain/lifecycles/graduation/facts.ts';
import { insertCertificate, markCertificateRevoked } from '#db/writes/certificates.server.ts';
import { setOrganizationStanding } from '#db/writes/organizations.server.ts';
import { freeSeatOf } from '#db/writes/seats.server.ts';
import { sendAsSystem } from '../engine/move.server.ts';
import type { Consequence, Happened, Work } from '../engine/work.ts';
import { endEvaluationsOf } from './incubation.server.ts';

const today = async (work: Work, { record }: Happened): Promise<string> =>
  localDate(work.at, await work.calendarOf(record.row.center_id));

const certificateOf = ({ record }: Happened): string => {
  const { certificate } = record.context as GraduationContext;
  if (certificate === null || certificate === '')
    throw new Error('A graduation that is certified has a certificate');
  return certificate;
};

const incubationOf = ({ record }: Happened): string => {
  if (record.row.parent_id === null) throw new Error('A graduation belongs to an incubation');
  return record.row.parent_id;
};

/** Both have handed over: the certificate is entered, the seat is free, the organization has graduated. */
const issueCertificate: Consequence = async (work, happened) => {
  const { row } = happened.record;
  const certificate = certificateOf(happened);
  await insertCertificate(work.trx, {
    number: certificate,
    center_id: row.center_id,
    graduation_id: row.id,
    organization_name: row.organization_name,
    issued_on: await today(work, happened),
    revoked_on: null,
    revoked_for: null,
  });
  await freeSeatOf(work.trx, row.organization_id);
  await setOrganizationStanding(work.trx, row.organization_id, 'graduated', work.at);
  await endEvaluationsOf(work, incubationOf(happened));
  await sendAsSystem(work, 'incubation', incubationOf(happened), 'graduation_certified', { certificate });
};

/** The check page says from now on that the certificate was revoked, and why. */
const revokeCertificate: Consequence = async (work, happened) =>
  markCertificateRevoked(work.trx, certificateOf(happened), {
    on: await today(work, happened),
    reason: textOf(happened.input, 'reason'),
  });

/** The incubation goes on without a graduation. */
const reportRefusal: Consequence = (work, happened) =>
  sendAsSystem(work, 'incubation', incubationOf(happened), 'graduation_refused', {
    reason: String(happened.params.reason ?? ''),
  });

export const graduationConsequences: Readonly<Record<string, Consequence>> = {
  issueCertificate,
  revokeCertificate,
  reportRefusal,
};
