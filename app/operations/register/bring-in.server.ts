import { importedIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import type { Settings } from '#app/domain/settings.ts';
import { nextTurn } from '#app/outside/turns.server.ts';
import { insertOrganizations } from '#db/writes/import.server.ts';
import { reportsOfTerm } from '../consequences/progress-report.server.ts';
import { beginMany } from '../engine/begin-many.server.ts';
import type { Sent } from '../engine/move.server.ts';
import type { Work } from '../engine/work.ts';
import type { PlannedRow } from './plan.ts';

export interface BroughtIn {
  readonly centerId: string;
  readonly rows: readonly PlannedRow[];
  /** The program's, frozen into each incubation. */
  readonly settings: Settings;
  readonly by: NonNullable<Sent['by']>;
  /** A new id, later than the one before: the order of the file is kept. */
  readonly newId: () => string;
}

/** So many organizations are written at a time, in about ten milliseconds; in between, the server answers others. */
const AT_A_TIME = 10;

/**
 * Puts the rows onto the center's register. An organization that has joined begins its incubation where it stands,
 * `active`, with its reports laid out; one that has not is only on the register.
 */
export async function bringIn(work: Work, brought: BroughtIn): Promise<void> {
  for (let from = 0; from < brought.rows.length; from += AT_A_TIME) {
    const batch = brought.rows.slice(from, from + AT_A_TIME).map((row) => ({ id: brought.newId(), row }));
    await insertOrganizations(
      work.trx,
      batch.map(({ id, row }) => organizationOf(id, row, brought.centerId, work.at)),
    );
    await beginIncubations(work, brought, batch);
    await nextTurn();
  }
}

async function beginIncubations(
  work: Work,
  brought: BroughtIn,
  batch: readonly { readonly id: string; readonly row: PlannedRow }[],
): Promise<void> {
  const calendar = await work.calendarOf(brought.centerId);
  const { at } = work;
  const incubations = batch.flatMap(({ id, row: { term, values } }) =>
    term === null
      ? []
      : [
          {
            lifecycle: 'incubation' as const,
            centerId: brought.centerId,
            organization: { id, name: values.name },
            parentId: null,
            state: 'active',
            as: 'import' as const,
            by: brought.by,
            context: importedIncubation({
              calendar,
              at,
              settings: brought.settings,
              joinedOn: term.joinedOn,
              endsOn: term.endsOn,
              responsibleId: null,
            }),
          },
        ],
  );
  const rows = await beginMany(work, 'incubation', incubations);
  const reports = rows.flatMap((row, i) => {
    const context = incubations[i]?.context;
    return context === undefined ? [] : reportsOfTerm(row, context, { calendar, at });
  });
  await beginMany(work, 'progress_report', reports);
}

function organizationOf(id: string, { row, values, term }: PlannedRow, centerId: string, at: string) {
  if (values.registrationType === null) throw new Error(`Row ${row} comes in without a type of registration`);
  return {
    id,
    center_id: centerId,
    name: values.name,
    registration_type: values.registrationType,
    uscc: values.uscc,
    uscc_inspected: null,
    record_no: values.recordNo,
    stage: null,
    community_kind: null,
    fields: '[]',
    division_code: values.divisionCode,
    community: values.community,
    founded_on: values.foundedOn,
    address: null,
    scope: values.scope,
    person_name: values.person,
    phone: values.phone,
    email: null,
    party_status: null,
    credit_flag: 'normal',
    rating: null,
    staff_full_time: null,
    social_workers: null,
    volunteers: null,
    barred_until: null,
    standing: term === null ? 'registered' : 'incubated',
    listed: term === null ? 0 : 1,
    joined_on: values.joinedOn,
    created_at: at,
    updated_at: at,
    version: 1,
  };
}
