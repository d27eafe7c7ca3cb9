import { dueDate, localDate, workingDaysBetween } from '../../calendar.ts';
import { deadline, settingDeadlines } from '../deadlines.ts';
import type { Exit, ExitCause, IncubationArgs, IncubationContext } from './facts.ts';

type Recording = (args: IncubationArgs) => Partial<IncubationContext>;

/** An exit is announced: the hand-over's clock runs, and the time to appeal unless the organization leaves by its own will. */
export function exitFrom(
  { context, event }: IncubationArgs,
  params: { readonly cause: ExitCause; readonly from: string },
): Partial<IncubationContext> {
  const exit: Exit = {
    cause: params.cause,
    from: params.from,
    beforeFinal: context.extensionFor === 'asked',
    decidedBy: event.by.personId,
    appealed: false,
    handoverLeft: null,
  };
  const { calendar, at } = event;
  return {
    exit,
    proposal: null,
    pauseAsked: null,
    extensionFor: null,
    extensionMonths: null,
    ...settingDeadlines(context, {
      onboardingDays: undefined,
      handoverDays: deadline(calendar, at, context.settings.handoverDays, 'wd'),
      appealDays:
        params.cause === 'voluntary' ? undefined : deadline(calendar, at, context.settings.appealDays, 'wd'),
    }),
  };
}

/** What is remembered of an exit, its appeal and the hand-over. */
export const exitRecordings = {
  startAppeal: ({ context, event }) => {
    const handover = context.deadlines.handoverDays;
    const today = localDate(event.at, event.calendar);
    const left =
      handover === undefined
        ? 0
        : workingDaysBetween(event.calendar, today, dueDate(handover.due, event.calendar));
    return {
      exit: context.exit === null ? null : { ...context.exit, appealed: true, handoverLeft: left },
      ...settingDeadlines(context, {
        handoverDays: undefined,
        appealDays: undefined,
        appealReviewDays: deadline(event.calendar, event.at, context.settings.appealReviewDays, 'wd'),
      }),
    };
  },
  endAppeal: ({ context }) => settingDeadlines(context, { appealReviewDays: undefined }),
  goOnHandingOver: ({ context, event }) =>
    settingDeadlines(context, {
      handoverDays: deadline(event.calendar, event.at, Math.max(1, context.exit?.handoverLeft ?? 1), 'wd'),
    }),
  clearExit: () => ({ exit: null }),
  closeAppealWindow: ({ context }) => settingDeadlines(context, { appealDays: undefined }),
} satisfies Record<string, Recording>;
