import { optionsOf } from '../lifecycles/common-fields.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { usccFitsType } from '../uscc.ts';
import type { Words } from '../words.ts';
import {
  communityKinds,
  partyStatuses,
  type RegistrationType,
  registrationTypes,
  serviceFields,
  stages,
} from './application-form.ts';
import type { Field, Values } from './field.ts';
import { numberOf, textOf } from './values.ts';

export const creditFlags = ['normal', 'abnormal', 'illegal'] as const;
export const ratings = ['1A', '2A', '3A', '4A', '5A'] as const;
export const standings = ['registered', 'applicant', 'incubated', 'graduated', 'exited'] as const;

const said = (name: string): Words => ({ key: `organization.field.${name}` });

/**
 * What the register (台账) keeps of an organization, as its manager may change it. A register that was brought in has
 * gaps, so little is required. A pilot code that was accepted by its certificate is not asked for again.
 */
export function registerFields(given: {
  readonly today: string;
  readonly codeInspected: boolean;
}): readonly Field[] {
  return [
    {
      kind: 'text',
      name: 'organizationName',
      label: said('organizationName'),
      min: 4,
      max: 60,
      format: 'organizationName',
      group: { key: 'organization.group.identity' },
    },
    {
      kind: 'choice',
      name: 'registrationType',
      label: said('registrationType'),
      options: optionsOf('registrationType', registrationTypes),
    },
    ...(given.codeInspected
      ? []
      : ([
          { kind: 'text', name: 'uscc', label: said('uscc'), max: 18, format: 'uscc', optional: true },
        ] satisfies Field[])),
    { kind: 'text', name: 'recordNo', label: said('recordNo'), max: 40, optional: true },
    {
      kind: 'date',
      name: 'foundedOn',
      label: said('foundedOn'),
      notBefore: '1949-10-01',
      notAfter: given.today,
      optional: true,
    },
    {
      kind: 'choice',
      name: 'creditFlag',
      label: said('creditFlag'),
      options: optionsOf('creditFlag', creditFlags),
    },
    {
      kind: 'choice',
      name: 'rating',
      label: said('rating'),
      options: optionsOf('rating', ratings),
      optional: true,
    },
    {
      kind: 'choice',
      name: 'stage',
      label: said('stage'),
      options: optionsOf('stage', stages),
      optional: true,
      group: { key: 'organization.group.work' },
    },
    {
      kind: 'choice',
      name: 'communityKind',
      label: said('communityKind'),
      options: optionsOf('communityKind', communityKinds),
      optional: true,
    },
    {
      kind: 'choices',
      name: 'fields',
      label: said('fields'),
      options: optionsOf('serviceField', serviceFields),
      max: 5,
      optional: true,
    },
    { kind: 'paragraph', name: 'scope', label: said('scope'), max: 500, optional: true },
    { kind: 'text', name: 'community', label: said('community'), max: 40, optional: true },
    { kind: 'text', name: 'address', label: said('address'), max: 100, optional: true },
    {
      kind: 'text',
      name: 'personName',
      label: said('personName'),
      min: 2,
      max: 30,
      format: 'personName',
      optional: true,
      group: { key: 'organization.group.people' },
    },
    { kind: 'text', name: 'phone', label: said('phone'), max: 20, format: 'phone', optional: true },
    { kind: 'text', name: 'email', label: said('email'), max: 100, format: 'email', optional: true },
    {
      kind: 'choice',
      name: 'partyStatus',
      label: said('partyStatus'),
      options: optionsOf('partyStatus', partyStatuses),
      optional: true,
    },
    {
      kind: 'integer',
      name: 'fullTime',
      label: said('fullTime'),
      min: 0,
      max: 500,
      unit: { key: 'unit.people' },
      optional: true,
    },
    {
      kind: 'integer',
      name: 'socialWorkers',
      label: said('socialWorkers'),
      min: 0,
      max: 500,
      unit: { key: 'unit.people' },
      optional: true,
    },
    {
      kind: 'integer',
      name: 'volunteers',
      label: said('volunteers'),
      min: 0,
      max: 100_000,
      unit: { key: 'unit.people' },
      optional: true,
    },
  ];
}

/** What does not fit together in a register's data, each by its field; codes `organization.*`. */
export function registerContradictions(values: Values): readonly (Refusal & { readonly field: string })[] {
  const type = textOf(values, 'registrationType') as RegistrationType;
  const uscc = textOf(values, 'uscc');
  const wrong: (Refusal & { readonly field: string })[] = [];
  if (uscc !== '' && !usccFitsType(uscc, type))
    wrong.push({ field: 'uscc', ...refusal('organization.codeMisfit') });
  if (textOf(values, 'recordNo') !== '' && type !== 'recorded')
    wrong.push({ field: 'recordNo', ...refusal('organization.recordMisfit') });
  return wrong;
}

/** Columns of the register by the fields of its form. */
export const registerColumns = {
  organizationName: 'name',
  registrationType: 'registration_type',
  uscc: 'uscc',
  recordNo: 'record_no',
  foundedOn: 'founded_on',
  creditFlag: 'credit_flag',
  rating: 'rating',
  stage: 'stage',
  communityKind: 'community_kind',
  fields: 'fields',
  scope: 'scope',
  community: 'community',
  address: 'address',
  personName: 'person_name',
  phone: 'phone',
  email: 'email',
  partyStatus: 'party_status',
  fullTime: 'staff_full_time',
  socialWorkers: 'social_workers',
  volunteers: 'volunteers',
} as const;

export type RegisterField = keyof typeof registerColumns;

/** A field's value as its column keeps it: lists as JSON, what was left blank as null. */
export function columnValue(values: Values, field: RegisterField): string | number | null {
  if (field === 'fields') return JSON.stringify(values[field] ?? []);
  return numberOf(values, field) ?? (textOf(values, field) || null);
}
