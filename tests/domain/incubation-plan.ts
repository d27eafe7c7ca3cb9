import type { incubationRequirements } from '#app/domain/lifecycles/incubation/requirements.ts';
import { active, changingMentor, type IncubationStory, reaching } from './incubation-story.ts';
import type { Sending } from './machine-driver.ts';

type Row = readonly [
  question: keyof typeof incubationRequirements,
  code: string,
  story: IncubationStory,
  event: string,
  sending: Sending,
];

const reachedAll = () => active().send('reach_milestone', reaching);

/** What keeps a milestone from being recorded, and a mentor from being changed. */
export const planRefusals: readonly Row[] = [
  ['milestoneOpen', 'incubation.noMilestoneOpen', reachedAll(), 'reach_milestone', reaching],
  [
    'milestoneOpen',
    'incubation.milestoneReached',
    active(),
    'reach_milestone',
    { ...reaching, input: { ...reaching.input, milestone: 'm9' } },
  ],
  [
    'reachedByToday',
    'incubation.reachedAhead',
    active(),
    'reach_milestone',
    { ...reaching, input: { ...reaching.input, on: '2026-03-20' } },
  ],
  [
    'mentorIsAnother',
    'incubation.mentorAlready',
    active(),
    'change_mentor',
    { ...changingMentor, input: { ...changingMentor.input, mentor: 'mentor' } },
  ],
];
