import type { Insertable } from 'kysely';
import type { CenterTable, OrganizationTable } from '#db/tables.ts';

const now = '2026-03-02T01:00:00.000Z';

/** A center's row with nothing particular about it. */
export const center = (id: string): Insertable<CenterTable> => ({
  id,
  name: `孵化中心${id}`,
  name_en: `Center ${id}`,
  region_code: '411025001',
  address: '',
  phone: '',
  introduction: '',
  introduction_en: '',
  version: 1,
});

/** An organization's row with nothing particular about it but what is given. */
export const organization = (
  change: Partial<Insertable<OrganizationTable>>,
): Insertable<OrganizationTable> => ({
  id: '',
  center_id: 'a',
  name: '',
  registration_type: 'recorded',
  uscc: null,
  uscc_inspected: null,
  record_no: null,
  stage: null,
  community_kind: null,
  fields: '[]',
  division_code: null,
  community: null,
  founded_on: null,
  address: null,
  scope: null,
  person_name: null,
  phone: null,
  email: null,
  party_status: null,
  credit_flag: 'normal',
  rating: null,
  staff_full_time: null,
  social_workers: null,
  volunteers: null,
  barred_until: null,
  standing: 'registered',
  listed: 0,
  joined_on: null,
  created_at: now,
  updated_at: now,
  version: 1,
  ...change,
});
