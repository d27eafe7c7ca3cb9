import type { RegistrationType } from '../forms/application-form.ts';
import type { Refusal } from '../refusal.ts';

/** The fields that a verdict names. */
export const findingFields = [
  'name',
  'code',
  'record',
  'type',
  'founded',
  'person',
  'phone',
  'scope',
  'community',
  'joined',
] as const;

export type FindingField = (typeof findingFields)[number];

/** `good` comes in; `warn` comes in and someone should look at it; `bad` stays out. */
export type Verdict = 'good' | 'warn' | 'bad';

/** Something that was found in a row; its sentence is `refusal.<code>` in the catalogues. */
export interface Finding extends Refusal {
  readonly field: FindingField;
  readonly verdict: 'warn' | 'bad';
}

/** What a row says, in the forms in which it is kept; null where it says nothing that can be kept. */
export interface RegisterValues {
  readonly name: string;
  readonly registrationType: RegistrationType | null;
  readonly uscc: string | null;
  /** Six digits, from the code. */
  readonly divisionCode: string | null;
  readonly recordNo: string | null;
  /** 'YYYY-MM-DD', like the other dates. */
  readonly foundedOn: string | null;
  readonly person: string | null;
  readonly phone: string | null;
  readonly scope: string | null;
  readonly community: string | null;
  readonly joinedOn: string | null;
  readonly endsOn: string | null;
}

/** A value with what was found while reading it. */
export interface Checked<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** Makes findings of one field: `bad(…)` and `warn(…)`. */
export const findingsOf = (field: FindingField) => ({
  bad: (code: string, params?: Refusal['params']): Finding => made(field, 'bad', code, params),
  warn: (code: string, params?: Refusal['params']): Finding => made(field, 'warn', code, params),
});

const made = (
  field: FindingField,
  verdict: Finding['verdict'],
  code: string,
  params: Refusal['params'],
): Finding => (params ? { field, verdict, code, params } : { field, verdict, code });

/** The worst of the findings. */
export const verdictOf = (findings: readonly Finding[]): Verdict => {
  if (findings.some((finding) => finding.verdict === 'bad')) return 'bad';
  return findings.length > 0 ? 'warn' : 'good';
};

/** Bad ones first, otherwise in the order of the fields as they were checked: the first one explains the verdict. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] => [
  ...findings.filter((finding) => finding.verdict === 'bad'),
  ...findings.filter((finding) => finding.verdict === 'warn'),
];
