import type { LetterFacts } from '#app/domain/letters/case.ts';
import type { LetterName } from '#app/domain/letters/kinds.ts';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { GraduationContext } from '#app/domain/lifecycles/graduation/facts.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { rankApplications } from '#app/domain/scoring/ranking.ts';
import { paths } from '#app/paths.ts';
import type { Connection } from '#db/connection.server.ts';
import { centerById } from '#db/reads/centers.server.ts';
import { certificateOf, rootApplication, snapshotsOf } from '#db/reads/letter-facts.server.ts';
import { organizationById } from '#db/reads/organizations.server.ts';
import { applicationsOfCall } from '#db/reads/ranking.server.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';

/** What a letter takes from outside its record, and the number under which it stands in the center's books. */
export async function letterFacts(
  db: Connection,
  lifecycle: LifecycleName,
  record: LoadedRecord,
  letter: { readonly name: LetterName; readonly number: number },
  origin: string,
): Promise<{ readonly facts: LetterFacts; readonly number: string }> {
  const { row } = record;
  const incubation =
    lifecycle === 'application' || lifecycle === 'incubation' || row.parent_id === null
      ? undefined
      : await loadRecord(db, 'incubation', row.parent_id);
  const applicationId =
    lifecycle === 'application'
      ? row.id
      : lifecycle === 'incubation'
        ? row.parent_id
        : (incubation?.row.parent_id ?? null);
  const [organization, center, root, snapshots, rank, issued] = await Promise.all([
    organizationById(db, row.organization_id),
    centerById(db, row.center_id),
    rootApplication(db, applicationId),
    letter.name === 'receipt' ? snapshotsOf(db, row.id) : [],
    letter.name === 'minutes' || letter.name === 'waitlist' ? rankOf(db, record) : null,
    letter.name === 'certificate' ? certificateOf(db, row.id) : undefined,
  ]);
  const certificate = lifecycle === 'graduation' ? (record.context as GraduationContext).certificate : null;
  const term = (incubation?.context as IncubationContext | undefined)?.term ?? null;
  return {
    facts: {
      organization: {
        name: issued?.organization_name ?? row.organization_name,
        proof: organization?.uscc ?? organization?.record_no ?? null,
      },
      center: {
        name: center?.name ?? '',
        nameEn: center?.name_en || (center?.name ?? ''),
        address: center?.address ?? '',
        phone: center?.phone ?? '',
      },
      program: root?.program_name ?? null,
      call: root?.call_title ?? null,
      snapshots,
      rank,
      term: term === null ? null : { startsOn: term.startsOn, endsOn: term.endsOn },
      checkAddress: certificate === null ? null : origin + paths.certificate(certificate),
      revokedOn: issued?.revoked_on ?? null,
    },
    number:
      letter.name === 'certificate' && certificate !== null
        ? certificate
        : letterNumber(lifecycle, record, root?.number ?? null, letter.number),
  };
}

/** A sign for the records that have no number of their own: 孵化 and 报告 in letters that any keyboard has. */
const signs: Readonly<Record<LifecycleName, string>> = {
  application: '',
  incubation: 'FH',
  evaluation: '',
  graduation: '',
  progress_report: 'BG',
};

/** "RK-202603-0001-05": the record's number, else that of the application behind it, then the number of the event. */
function letterNumber(
  lifecycle: LifecycleName,
  { row, context }: LoadedRecord,
  applicationNumber: string | null,
  event: number,
): string {
  // An amendment (更正) bears the period of the report that it mends, and there may be several.
  const amends = (context as Partial<ProgressReportContext>).amendment !== undefined;
  const sign = amends ? `GZ${row.id.slice(-4)}` : signs[lifecycle];
  const own = sign === '' ? row.number : null;
  const base = own ?? `${applicationNumber ?? row.id.slice(-8)}${sign === '' ? '' : `-${sign}`}`;
  const period = lifecycle === 'progress_report' ? `-${row.number ?? ''}` : '';
  return `${base}${period}-${String(event).padStart(2, '0')}`;
}

/** An application's place among those of its call, once all of them are reviewed; a rolling intake has no places. */
async function rankOf(db: Connection, { row, context }: LoadedRecord): Promise<LetterFacts['rank']> {
  const { rolling, score } = context as ApplicationContext;
  if (rolling || score === null || row.parent_id === null) return null;
  const all = await applicationsOfCall(db, row.parent_id);
  const lifecycle = lifecycleNamed('application');
  if (all.some((a) => a.context.score === null && !isFinal(lifecycle, a.row.state))) return null;
  const ranked = rankApplications(
    all.flatMap(({ row: { id }, context: { score: found } }) =>
      found === null
        ? []
        : [{ id, score: found.score, tieCriterion: found.tieCriterion, median: found.median }],
    ),
  );
  const own = ranked.find((r) => r.id === row.id);
  return own === undefined || own.needsLot ? null : { place: own.rank, of: ranked.length };
}
