import type { Track } from '../lifecycles/application/facts.ts';
import { type ApplicationSection, sectionFields } from './application-form.ts';
import { type RegisterField, registerColumns } from './organization-form.ts';

const fieldsBySection: Partial<Readonly<Record<ApplicationSection, readonly RegisterField[]>>> = {
  organization: [
    'organizationName',
    'registrationType',
    'uscc',
    'recordNo',
    'foundedOn',
    'stage',
    'communityKind',
    'fields',
    'community',
    'address',
    'personName',
    'phone',
  ],
  team: ['fullTime', 'socialWorkers', 'volunteers', 'partyStatus'],
};

/** The fields of a section that the register (台账) keeps too, each with its column. */
export const columnsOfSection = (
  section: ApplicationSection,
): readonly (readonly [field: RegisterField, column: (typeof registerColumns)[RegisterField]])[] =>
  (fieldsBySection[section] ?? []).map((field) => [field, registerColumns[field]] as const);

/** Columns of the register that say nothing of an organization of this track, for its form does not ask for them. */
export function columnsNotAsked(track: Track): readonly string[] {
  const asked = new Set(sectionFields('organization', track, '').map(({ name }) => name));
  const columns = columnsOfSection('organization').flatMap(([field, column]) =>
    asked.has(field) ? [] : [column],
  );
  // that a code was inspected is said of a code that is there
  return asked.has('uscc') ? columns : [...columns, 'uscc_inspected'];
}
