import { localDate } from '../../calendar.ts';
import { textOf } from '../../forms/values.ts';
import { type Refusal, refusal } from '../../refusal.ts';
import { onInput } from '../guards.ts';
import { amendedFields } from './amendment.ts';
import { contentRequirements } from './content-requirements.ts';
import { mostRounds, periodPaused, type ReportArgs } from './facts.ts';
import { reportFieldNames } from './form.ts';

/** Whether figures that fitted when they were handed in fit no more, for what was accepted since. */
const figuresOverrun = (args: ReportArgs): boolean =>
  contentRequirements.cumulativeNotFalling(args).length > 0 ||
  contentRequirements.nextStillAbove(args).length > 0 ||
  contentRequirements.yearTies(args).length > 0;

/** The questions that a report's guards ask, each answering with what is missing. */
export const reportRequirements = {
  ...contentRequirements,
  lateReasonGiven: onInput(({ event }: ReportArgs): Refusal | null =>
    textOf(event.input, 'reason').trim() === '' ? refusal('progress_report.lateWithoutReason') : null,
  ),
  commentsAnswered: onInput(({ context, event }: ReportArgs): Refusal | null => {
    const open = context.comments.filter(
      (c) => c.answer === null && textOf(event.input, `answer.${c.field}`).trim() === '',
    );
    return open.length === 0 ? null : refusal('progress_report.commentsUnanswered', { count: open.length });
  }),
  somethingCommented: onInput(({ event }: ReportArgs): Refusal | null =>
    reportFieldNames.some((name) => textOf(event.input, `comment.${name}`).trim() !== '')
      ? null
      : refusal('progress_report.nothingCommented'),
  ),
  /** What cannot be accepted because other reports moved on may always go back: it would have no way out. */
  roundsLeft: (args: ReportArgs): Refusal | null =>
    args.context.rounds < mostRounds || figuresOverrun(args)
      ? null
      : refusal('progress_report.roundsUsed', { rounds: mostRounds }),
  earlierSettled: ({ event }: ReportArgs): Refusal | null => {
    const open = event.observed.earlierOpen ?? 0;
    return open === 0 ? null : refusal('progress_report.earlierOpen', { count: open });
  },
  mayWaive: ({ context, event }: ReportArgs): Refusal | null => {
    if (event.by.role === 'director') return null;
    return context.pauses.some((pause) => periodPaused(context.period, pause))
      ? null
      : refusal('progress_report.periodNotPaused');
  },
  reasonGiven: onInput(({ event }: ReportArgs): Refusal | null =>
    textOf(event.input, 'reason').trim() === '' ? refusal('progress_report.reasonMissing') : null,
  ),
  endedBeforeDue: ({ context, event }: ReportArgs): Refusal | null =>
    context.dueOn >= localDate(event.at, event.calendar) ? null : refusal('progress_report.dueAlready'),
  somethingAmended: ({ context }: ReportArgs): Refusal | null =>
    context.amendment === undefined || amendedFields(context.amendment.before, context.draft).length > 0
      ? null
      : refusal('progress_report.nothingAmended'),
  newDateFits: onInput(({ context, event }: ReportArgs): Refusal | null => {
    const dueOn = textOf(event.input, 'dueOn');
    return dueOn > context.period.to && dueOn > localDate(event.at, event.calendar)
      ? null
      : refusal('progress_report.dateTooEarly', { end: context.period.to });
  }),
};
