import type { Settings } from '../../settings.ts';
import { fixedDeadline } from '../deadlines.ts';
import type { ApplicationContext, Track } from './facts.ts';

/** What is known of an application when its draft begins. `closesAt` null: rolling intake, the call never closes. */
export function beginApplication(start: {
  readonly at: string;
  readonly settings: Settings;
  readonly track: Track;
  readonly callId: string;
  readonly closesAt: string | null;
}): ApplicationContext {
  return {
    deadlines: start.closesAt === null ? {} : { callCloses: fixedDeadline(start.closesAt, start.at) },
    late: [],
    recused: [],
    settings: start.settings,
    track: start.track,
    callId: start.callId,
    rolling: start.closesAt === null,
    number: null,
    responsibleId: null,
    submittedAt: null,
    snapshots: 0,
    screenedBy: [],
    supplementRounds: 0,
    supplement: [],
    partyOpinion: null,
    panel: [],
    meetingOn: null,
    rubric: null,
    sheets: {},
    score: null,
    vetoed: false,
    residency: null,
    objections: [],
    noticeLeft: null,
    signedBy: {},
    signingExtended: false,
    upheldBy: {},
  };
}
