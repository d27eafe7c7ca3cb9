import type { Field } from '../forms/field.ts';
import { optionsOf } from '../lifecycles/common-fields.ts';
import { type FieldRefusal, refusal } from '../refusal.ts';

/**
 * Two schools of passwords. `asvs`: length counts, nothing expires (OWASP ASVS 5.0, 6.2). `mlps`: composition, change
 * every 90 days, a lock after five failures, 30 idle minutes (等保二级, practice of GB/T 22239-2019, 7.1.4.1).
 */
export const passwordPolicies = ['asvs', 'mlps'] as const;
export type PasswordPolicy = (typeof passwordPolicies)[number];

/** How safe the whole installation is kept; an administrator changes it. */
export interface SecuritySettings {
  /** Grows with each change. */
  readonly version: number;
  readonly policy: PasswordPolicy;
  /** Whether officials must have a second factor. */
  readonly secondFactor: boolean;
  /** Unused for so long, the session of an official ends. */
  readonly officialIdleMinutes: number;
  /** However much it is used, the session of an official ends after so many hours. */
  readonly officialHours: number;
  /** The same for people of organizations. */
  readonly memberIdleMinutes: number;
  readonly memberHours: number;
}

/** Officials as NIST SP 800-63B-4 has it for two factors (an hour idle), at most half a day; why: docs/decisions/0010. */
export const usualSecurity: SecuritySettings = {
  version: 0,
  policy: 'asvs',
  secondFactor: true,
  officialIdleMinutes: 60,
  officialHours: 12,
  memberIdleMinutes: 12 * 60,
  memberHours: 7 * 24,
};

/** The longest that a session may be idle under `mlps` (GB/T 22239-2019, 7.1.4.1 b; field practice: 30 minutes). */
export const MLPS_IDLE_MINUTES = 30;

/** The settings as they are stored, what is left out being as usual. */
export function readSecuritySettings(stored: string | null | undefined): SecuritySettings {
  if (!stored) return usualSecurity;
  return { ...usualSecurity, ...(JSON.parse(stored) as Partial<SecuritySettings>) };
}

const whole = (name: string, min: number, max: number, unit: 'minutes' | 'hours'): Field => ({
  kind: 'integer',
  name,
  label: { key: `security.field.${name}` },
  min,
  max,
  unit: { key: `security.unit.${unit}` },
});

/** The questions of the settings page. */
export const securityFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'policy',
    label: { key: 'security.field.policy' },
    options: passwordPolicies.map((value) => ({
      value,
      label: { key: `security.policy.${value}` },
      hint: { key: `security.policy.${value}.hint` },
    })),
  },
  {
    kind: 'choice',
    name: 'secondFactor',
    label: { key: 'security.field.secondFactor' },
    options: optionsOf('security.secondFactor', ['required', 'optional']),
  },
  { ...whole('officialIdleMinutes', 5, 480, 'minutes'), group: { key: 'security.group.officials' } },
  whole('officialHours', 1, 24, 'hours'),
  { ...whole('memberIdleMinutes', 5, 1440, 'minutes'), group: { key: 'security.group.members' } },
  whole('memberHours', 1, 168, 'hours'),
];

/** What does not go together. Refusal: `security.mlpsIdle` {max}, of the field. */
export function securityRefusals(settings: Omit<SecuritySettings, 'version'>): readonly FieldRefusal[] {
  if (settings.policy !== 'mlps') return [];
  return (['officialIdleMinutes', 'memberIdleMinutes'] as const)
    .filter((field) => settings[field] > MLPS_IDLE_MINUTES)
    .map((field) => ({ field, ...refusal('security.mlpsIdle', { max: MLPS_IDLE_MINUTES }) }));
}
