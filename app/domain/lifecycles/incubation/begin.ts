import type { Calendar } from '../../calendar.ts';
import type { Settings } from '../../settings.ts';
import { deadline } from '../deadlines.ts';
import type { IncubationContext, Residency } from './facts.ts';
import { termBetween, termDeadlines } from './term.ts';

/** What is known of an incubation when the agreement is signed: the onboarding clock runs, the term does not yet. */
export function beginIncubation(start: {
  readonly calendar: Calendar;
  readonly at: string;
  readonly settings: Settings;
  readonly residency: Residency;
  readonly responsibleId: string | null;
  readonly termMonths?: number;
}): IncubationContext {
  return {
    ...blank(start),
    residency: start.residency,
    termMonths: start.termMonths ?? start.settings.termMonths,
    deadlines: {
      onboardingDays: deadline(start.calendar, start.at, start.settings.onboardingDays, 'd'),
    },
  };
}

/**
 * What is known of an incubation that came in by import and stands in `active` from its first event.
 * `joinedOn` and `endsOn` are dates of the center. What lies in the past already is held: shown as due, never fired.
 */
export function importedIncubation(start: {
  readonly calendar: Calendar;
  readonly at: string;
  readonly settings: Settings;
  readonly joinedOn: string;
  readonly endsOn: string;
  readonly responsibleId: string | null;
  readonly residency?: Residency;
}): IncubationContext {
  const term = termBetween(start.joinedOn, start.endsOn);
  const deadlines = Object.entries(termDeadlines(start.calendar, start.at, term, start.settings)).map(
    ([name, set]) => [name, set.due <= start.at ? { ...set, held: true } : set],
  );
  return {
    ...blank(start),
    residency: start.residency ?? 'onsite',
    termMonths: term.months,
    term,
    deadlines: Object.fromEntries(deadlines),
  };
}

function blank(start: {
  readonly settings: Settings;
  readonly responsibleId: string | null;
}): IncubationContext {
  return {
    deadlines: {},
    late: [],
    recused: [],
    settings: start.settings,
    responsibleId: start.responsibleId,
    residency: 'virtual',
    termMonths: start.settings.termMonths,
    term: null,
    baseline: null,
    mentor: null,
    plans: [],
    services: [],
    midterm: null,
    final: null,
    certificate: null,
    rectifications: 0,
    proposal: null,
    rectification: null,
    pauseAsked: null,
    pauses: [],
    stopped: {},
    extensions: 0,
    extensionFor: null,
    extensionMonths: null,
    exit: null,
  };
}
