import {
  addDays,
  addMonths,
  type Calendar,
  daysBetween,
  dueDate,
  endOfDay,
  localDate,
} from '../../calendar.ts';
import type { Settings } from '../../settings.ts';
import { type Deadline, type Deadlines, fixedDeadline } from '../deadlines.ts';
import { type IncubationContext, type StoppedClock, type Term, type TermClock, termClocks } from './facts.ts';

/** From so many days before half of the term on, a manager may open the mid-term evaluation. */
export const midtermEarlyDays = 15;
/** An extension is asked for at least so many days before the end. */
export const extensionNoticeDays = 30;
/** A pause ends at most so many months after it began. */
export const longestPauseMonths = 3;

/** A term of whole months from a day on. */
export function termOfMonths(startsOn: string, months: number): Term {
  const endsOn = addMonths(startsOn, months);
  return { startsOn, endsOn, months, halfwayOn: halfwayBetween(startsOn, endsOn) };
}

/** A term between two days that are known from elsewhere; its months are the whole ones, rounded up. */
export function termBetween(startsOn: string, endsOn: string): Term {
  let months = 1;
  while (addMonths(startsOn, months) < endsOn) months += 1;
  return { startsOn, endsOn, months, halfwayOn: halfwayBetween(startsOn, endsOn) };
}

const halfwayBetween = (from: string, to: string): string =>
  addDays(from, Math.floor(daysBetween(from, to) / 2));

/** The clocks of a term: when the mid-term opens by itself, when the final does, and the end. */
export function termDeadlines(
  calendar: Calendar,
  at: string,
  term: Term,
  settings: Settings,
): Record<TermClock, Deadline> {
  const onDay = (date: string) => fixedDeadline(endOfDay(date, calendar), at);
  return {
    midterm: onDay(addDays(term.halfwayOn, settings.midtermLateDays)),
    finalLead: onDay(addDays(term.endsOn, -settings.finalLead)),
    termEnd: onDay(term.endsOn),
  };
}

/** What is left of each clock of the term, in days, when it stops. */
export function stoppedClocks(
  calendar: Calendar,
  at: string,
  deadlines: Deadlines,
): Partial<Record<TermClock, StoppedClock>> {
  const today = localDate(at, calendar);
  return Object.fromEntries(
    termClocks.flatMap((name) => {
      const set = deadlines[name];
      if (set === undefined) return [];
      return [[name, { left: daysBetween(today, dueDate(set.due, calendar)), held: set.held === true }]];
    }),
  );
}

/** The clocks of the term as they go on after they stood still. */
export function clocksGoingOn(
  calendar: Calendar,
  at: string,
  stopped: IncubationContext['stopped'],
): Record<string, Deadline> {
  const today = localDate(at, calendar);
  return Object.fromEntries(
    Object.entries(stopped).map(([name, clock]) => {
      const set = fixedDeadline(endOfDay(addDays(today, clock.left), calendar), at);
      return [name, clock.held ? { ...set, held: true } : set];
    }),
  );
}

/** A term whose end and middle moved by so many days of pause. */
export const termMovedBy = (term: Term, days: number): Term => ({
  ...term,
  endsOn: addDays(term.endsOn, days),
  halfwayOn: addDays(term.halfwayOn, days),
});

/** An extension is at most a year, and no term longer than the cap in all: so many months are left to be granted. */
export const mostExtended = ({ term, settings }: Pick<IncubationContext, 'term' | 'settings'>): number =>
  Math.min(12, settings.termCap - (term?.months ?? 0));

/** A term with an extension: counted from the old end, or from today when that is past. */
export function extendedTerm(term: Term, months: number, today: string): Term {
  const from = term.endsOn < today ? today : term.endsOn;
  return { ...term, endsOn: addMonths(from, months), months: term.months + months };
}
