import type { ApplicationSection } from './application-form.ts';
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
