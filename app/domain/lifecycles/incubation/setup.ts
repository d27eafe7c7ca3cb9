import { assign, setup } from 'xstate';
import { settingDeadlines } from '../deadlines.ts';
import { assignsFrom, delaysFor, guardsFrom } from '../guards.ts';
import { exitFrom } from './exit-recordings.ts';
import type { ExitCause, IncubationArgs, IncubationContext, IncubationEvent } from './facts.ts';
import { incubationRecordings } from './recordings.ts';
import { incubationRequirements } from './requirements.ts';

/** The names that the incubation's machine speaks in: guards, clocks, what is remembered and what follows. */
export const incubationSetup = setup({
  types: {
    context: {} as IncubationContext,
    events: {} as IncubationEvent,
    input: {} as IncubationContext,
  },
  guards: {
    ...guardsFrom(incubationRequirements),
    // Questions that choose between two ways of one event; they are no requirements.
    isDirector: ({ event }: IncubationArgs) => event.by.role === 'director',
    isThirdOrder: ({ context }: IncubationArgs) => context.rectifications >= 2,
    wasAskedFor: ({ context }: IncubationArgs) => context.extensionFor === 'asked',
    wasForGraduation: ({ context }: IncubationArgs) => context.extensionFor === 'graduation',
    cameFromOnboarding: ({ context }: IncubationArgs) => context.exit?.from === 'onboarding',
    cameFromRectifying: ({ context }: IncubationArgs) => context.exit?.from === 'rectifying',
    cameFromMidterm: ({ context }: IncubationArgs) => context.exit?.from === 'midterm_due',
    cameFromFinal: ({ context }: IncubationArgs) =>
      context.exit?.from === 'final_due' ||
      context.exit?.from === 'graduation_pending' ||
      (context.exit?.from === 'extension_review' && !context.exit.beforeFinal),
    isVoluntary: ({ context }: IncubationArgs) => context.exit?.cause === 'voluntary',
  },
  delays: delaysFor([
    'onboardingDays',
    'midterm',
    'finalLead',
    'rectificationDays',
    'pauseEnd',
    'extensionReviewDays',
    'handoverDays',
    'appealDays',
    'appealReviewDays',
  ]),
  actions: {
    ...assignsFrom(incubationRecordings),
    markLate: assign(({ context }, params: { timer: string }) => ({ late: [...context.late, params.timer] })),
    startExit: assign(({ context, event }, params: { cause: ExitCause; from: string }) =>
      exitFrom({ context, event }, params),
    ),
    strike: assign(({ context }, params: { timer: string }) =>
      settingDeadlines(context, { [params.timer]: undefined }),
    ),
    clearDeadlines: assign({ deadlines: {}, late: [] }),
    // What follows, carried out by the engine in the same transaction.
    layOutReports: () => {},
    pauseReports: () => {},
    resumeReports: () => {},
    waiveReports: () => {},
    tellReportsMentor: () => {},
    handOverOpenMatters: () => {},
    openEvaluation: (_: unknown, _params: { kind: 'midterm' | 'final' }) => {},
    openGraduation: () => {},
    cancelOpenMatters: () => {},
    leaveCenter: () => {},
    barReentry: () => {},
    tellDirectorLate: () => {},
  },
});
