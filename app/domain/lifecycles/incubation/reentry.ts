import { addMonths } from '../../calendar.ts';
import type { IncubationContext } from './facts.ts';

type Left = Pick<IncubationContext, 'exit' | 'settings'>;

/** How many months an organization that left has to wait before it may apply again: fewer when it left by its own will. */
export const barMonths = ({ exit, settings }: Left): number =>
  exit?.cause === 'voluntary' ? settings.barMonthsVoluntary : settings.barMonthsForced;

/** The first day on which it may apply again, after it left on a day. */
export const mayApplyFrom = (context: Left, leftOn: string): string => addMonths(leftOn, barMonths(context));
