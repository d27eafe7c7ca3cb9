import type { Calendar } from '../../calendar.ts';
import type { Settings } from '../../settings.ts';
import { settingDeadlines } from '../deadlines.ts';
import { clocksUntilDue } from './clocks.ts';
import type { ProgressReportContext } from './facts.ts';
import { dueDateOf, type Period } from './periods.ts';

/** What is known of a report when it is laid out: its period, when it opens and when it is due. */
export function beginReport(start: {
  readonly calendar: Calendar;
  readonly at: string;
  readonly settings: Settings;
  readonly period: Period;
  readonly indicators: readonly string[];
  readonly responsibleId: string | null;
  readonly mentorId: string | null;
}): ProgressReportContext {
  const dueOn = dueDateOf(start.period);
  const clocks = clocksUntilDue(start.calendar, start.at, start.period, dueOn);
  return {
    ...settingDeadlines({ deadlines: {}, late: [] }, clocks),
    recused: [],
    settings: start.settings,
    responsibleId: start.responsibleId,
    mentorId: start.mentorId,
    period: start.period,
    dueOn,
    indicators: start.indicators,
    draft: {},
    savedAt: null,
    versions: [],
    rounds: 0,
    comments: [],
    overdueSince: null,
    daysLate: 0,
    pauses: [],
    pausedOn: null,
    resubmitLeft: null,
    cumulative: null,
    waivedFor: null,
  };
}
