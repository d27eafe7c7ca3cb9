import type { Values } from '../../forms/field.ts';
import { numberOf } from '../../forms/values.ts';

/** Sums since the beginning of an incubation. Expenses in fen. Persons and volunteers are heads, never person-times. */
export interface Figures {
  readonly activities: number;
  readonly personTimes: number;
  readonly volunteerHours: number;
  readonly expenses: number;
  readonly persons: number;
  readonly volunteers: number;
}

/** What adds up from period to period; heads do not, the same person comes again. */
export const summedFigures = ['activities', 'personTimes', 'volunteerHours', 'expenses'] as const;

export const noFigures: Figures = {
  activities: 0,
  personTimes: 0,
  volunteerHours: 0,
  expenses: 0,
  persons: 0,
  volunteers: 0,
};

const figure = (values: Values, name: string): number => numberOf(values, name) ?? 0;

/** Hours are told to two decimals; adding them must not blur that. */
const exact = (n: number): number => Math.round(n * 100) / 100;

/** The sums after a report: what was before and what it adds; heads as the report states them. */
export function cumulativeAfter(previous: Figures | null, values: Values): Figures {
  const before = previous ?? noFigures;
  return {
    activities: before.activities + figure(values, 'activities'),
    personTimes: before.personTimes + figure(values, 'personTimes'),
    volunteerHours: exact(before.volunteerHours + figure(values, 'volunteerHours')),
    expenses: before.expenses + figure(values, 'expenses'),
    persons: figure(values, 'cumulativePersons'),
    volunteers: figure(values, 'cumulativeVolunteers'),
  };
}

/** What several reports add up to; heads are left at the most that one of them states. */
export function sumOfReports(reports: readonly Values[]): Figures {
  return reports.reduce<Figures>((sum, values) => {
    const next = cumulativeAfter(sum, values);
    return {
      ...next,
      persons: Math.max(sum.persons, next.persons),
      volunteers: Math.max(sum.volunteers, next.volunteers),
    };
  }, noFigures);
}
