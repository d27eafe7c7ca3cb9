import type { OpenTransaction } from '../connection.server.ts';

/** An organization that applies: little is known of it yet. The caller puts its name into the search. */
export async function insertOrganization(
  trx: OpenTransaction,
  organization: {
    readonly id: string;
    readonly centerId: string;
    readonly divisionCode: string;
    readonly name: string;
    readonly registrationType: string;
    readonly email: string | null;
    readonly at: string;
  },
): Promise<void> {
  await trx
    .insertInto('organization')
    .values({
      id: organization.id,
      center_id: organization.centerId,
      name: organization.name,
      registration_type: organization.registrationType,
      uscc: null,
      uscc_inspected: null,
      record_no: null,
      stage: null,
      community_kind: null,
      fields: '[]',
      division_code: organization.divisionCode,
      community: null,
      founded_on: null,
      address: null,
      scope: null,
      person_name: null,
      phone: null,
      email: organization.email,
      party_status: null,
      credit_flag: 'normal',
      rating: null,
      staff_full_time: null,
      social_workers: null,
      volunteers: null,
      barred_until: null,
      standing: 'applicant',
      listed: 0,
      joined_on: null,
      created_at: organization.at,
      updated_at: organization.at,
      version: 1,
    })
    .execute();
}
