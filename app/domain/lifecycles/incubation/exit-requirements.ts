import { documentsOf, textOf, tickedIn } from '../../forms/values.ts';
import { type FieldRefusal, type Refusal, refusal } from '../../refusal.ts';
import { onInput } from '../guards.ts';
import type { IncubationArgs } from './facts.ts';

/** What the manager hands over and states, line by line, before an organization has left. */
export const handoverLines = ['keys', 'property', 'files', 'projectsSettled', 'nothingOwed'] as const;

const timeToAppeal = ({ context, event }: IncubationArgs): boolean => {
  const window = context.deadlines.appealDays;
  return window !== undefined && event.at < window.due;
};

/** What leaving requires: to leave by one's own will, to be sent away, to appeal, to hand over. */
export const exitRequirements = {
  projectsProvidedFor: onInput(({ event }: IncubationArgs): Refusal | FieldRefusal | null =>
    textOf(event.input, 'fundedProjects') === 'none' || documentsOf(event.input, 'settlementPlan').length > 0
      ? null
      : { ...refusal('incubation.settlementPlanMissing'), field: 'settlementPlan' },
  ),
  revocationGround: onInput(({ event }: IncubationArgs): Refusal | null =>
    textOf(event.input, 'ground') !== '' && documentsOf(event.input, 'proof').length > 0
      ? null
      : refusal('incubation.revocationUnproven'),
  ),
  notOfOnesOwnWill: ({ context }: IncubationArgs): Refusal | null =>
    context.exit?.cause === 'voluntary' ? refusal('incubation.leftVoluntarily') : null,
  notAppealedYet: ({ context }: IncubationArgs): Refusal | null =>
    context.exit?.appealed ? refusal('incubation.appealUsed') : null,
  withinAppealTime: (args: IncubationArgs): Refusal | null =>
    timeToAppeal(args) ? null : refusal('incubation.appealTimeOver'),
  appealSettled: (args: IncubationArgs): Refusal | null =>
    args.context.exit?.cause === 'voluntary' || args.context.exit?.appealed || !timeToAppeal(args)
      ? null
      : refusal('incubation.appealStillPossible', { days: args.context.settings.appealDays }),
  notDecidedByMe: ({ context, event }: IncubationArgs): Refusal | null =>
    context.exit?.decidedBy != null && context.exit.decidedBy === event.by.personId
      ? refusal('incubation.youDecidedIt')
      : null,
  everythingHandedOver: onInput(({ event }: IncubationArgs): Refusal | null => {
    const open = handoverLines.filter((line) => !tickedIn(event.input, `handover.${line}`));
    if (open.length > 0) return refusal('incubation.handoverOpen', { count: open.length });
    return documentsOf(event.input, 'handoverDocument').length > 0
      ? null
      : refusal('incubation.handoverUndocumented');
  }),
};
