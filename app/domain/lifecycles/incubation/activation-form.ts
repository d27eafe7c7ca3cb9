import type { Field, Values } from '../../forms/field.ts';
import type { IncubationContext, IncubationObserved } from './facts.ts';
import { documentField, mentorField, milestonesField, own } from './form-parts.ts';

const group = (name: string) => ({ key: `incubation.group.${name}` });

/** What an organization says of itself when it comes in (能力诊断): the baseline that its growth is measured against. */
const baselineFields: readonly Field[] = [
  {
    kind: 'integer',
    name: 'baseline.fullTime',
    label: own('baseline.fullTime'),
    min: 0,
    max: 1000,
    group: group('baseline'),
  },
  { kind: 'integer', name: 'baseline.volunteers', label: own('baseline.volunteers'), min: 0, max: 100_000 },
  { kind: 'integer', name: 'baseline.projects', label: own('baseline.projects'), min: 0, max: 1000 },
  { kind: 'integer', name: 'baseline.coreRules', label: own('baseline.coreRules'), min: 0, max: 100 },
  { kind: 'yesNo', name: 'baseline.charter', label: own('baseline.charter') },
  { kind: 'yesNo', name: 'baseline.registered', label: own('baseline.registered') },
  { kind: 'yesNo', name: 'baseline.account', label: own('baseline.account') },
  { kind: 'yesNo', name: 'baseline.partyWork', label: own('baseline.partyWork') },
  documentField('baselineDocument'),
];

/** The questions of the activation: baseline, plan, mentor, seat, term. */
export function activationFields(
  context: IncubationContext,
  observed: Partial<IncubationObserved>,
): readonly Field[] {
  return [
    ...baselineFields,
    {
      kind: 'integer',
      name: 'termMonths',
      label: own('termMonths'),
      min: 1,
      max: context.settings.termCap,
      group: group('plan'),
    },
    milestonesField,
    documentField('planDocument'),
    { kind: 'tick', name: 'planSigned', label: own('planSigned') },
    { ...mentorField(observed), group: group('mentorAndSeat') },
    ...(context.residency === 'onsite'
      ? [{ kind: 'tick', name: 'seatHandedOver', label: own('seatHandedOver') } satisfies Field]
      : []),
  ];
}

/** The term that the program sets, to be changed where the agreement says otherwise. */
export const activationValues = (context: IncubationContext): Values => ({ termMonths: context.termMonths });
