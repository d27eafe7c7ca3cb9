import { dueDate, endOfDay, localDate } from '../../calendar.ts';
import { documentsOf, listOf, numberOf, textOf, tickedIn } from '../../forms/values.ts';
import { panelMustHaves } from '../../scoring.ts';
import { deadline, fixedDeadline, settingDeadlines } from '../deadlines.ts';
import { daysLeftOfNotice, noticeDeadline } from '../notice-clock.ts';
import { sheetSent } from '../score-events.ts';
import { panelScoreOf } from '../score-sheet.ts';
import {
  type Appeal,
  type Assessor,
  type EvaluationArgs,
  type EvaluationContext,
  sittingAssessors,
} from './facts.ts';
import { frozenRubric, hundredths, resultOf, resultOfAbsence, standingScore } from './marks.ts';
import { agreeingTo, askedChange, settledMustHaves } from './requirements.ts';
import { evidenceWith, selfAssessmentFrom } from './self-assessment.ts';
import { chosenRubric } from './team-requirements.ts';

type Recording = (args: EvaluationArgs) => Partial<EvaluationContext>;

/** The working days by which a self-assessment is extended, and that returned material has when no date is named. */
const furtherDays = 5;

const without = (sheets: EvaluationContext['sheets'], personId: string): EvaluationContext['sheets'] => {
  const { [personId]: _dropped, ...rest } = sheets;
  return rest;
};

const nameOf = ({ event }: EvaluationArgs, personId: string): string =>
  event.observed.assessorCandidates?.find((c) => c.personId === personId)?.name ?? '';

const closing = (
  appeals: readonly Appeal[],
  outcome: 'revised' | 'rejected',
  finding: string,
): readonly Appeal[] => appeals.map((a) => (a.outcome === 'open' ? { ...a, outcome, finding } : a));

/** What an evaluation remembers of each event. Pure: from what was known and what happened to what is known. */
export const evaluationRecordings = {
  freezePlan: (args) => {
    const { context, event } = args;
    const rubric = chosenRubric(args);
    const lead = textOf(event.input, 'leadAssessor');
    const chosen = listOf(event.input, 'assessors');
    const visitOn = textOf(event.input, 'visitOn');
    return {
      number: context.number ?? event.observed.evaluationNumber ?? null,
      rubric: rubric === undefined ? null : frozenRubric(rubric, context.kind, context.settings),
      visitOn,
      deskOnlyAllowed: context.kind === 'midterm' && tickedIn(event.input, 'deskOnly'),
      assessors: [lead, ...chosen.filter((id) => id !== lead)].map((personId) => ({
        personId,
        name: nameOf(args, personId),
        stage: 'named' as const,
        readsAccounts: listOf(event.input, 'readsAccounts').includes(personId),
        shownAt: event.at,
      })),
      ...settingDeadlines(context, {
        visit: fixedDeadline(endOfDay(visitOn, event.calendar), event.at),
        selfAssessmentDays: deadline(event.calendar, event.at, context.settings.selfAssessmentDays, 'wd'),
      }),
    };
  },
  extendSelfAssessment: ({ context, event }) => ({
    selfAssessmentExtended: true,
    ...settingDeadlines(context, {
      selfAssessmentDays: deadline(
        event.calendar,
        context.deadlines.selfAssessmentDays?.due ?? event.at,
        furtherDays,
        'wd',
      ),
    }),
  }),
  declareSeat: ({ context, event }) => {
    const stage =
      textOf(event.input, 'declaration') === 'recuse' ? ('recused' as const) : ('declared' as const);
    return {
      assessors: context.assessors.map((a) => (a.personId === event.by.personId ? { ...a, stage } : a)),
      recused:
        stage === 'recused' && event.by.personId !== null
          ? [...context.recused, event.by.personId]
          : context.recused,
    };
  },
  askRecusal: ({ context, event }) => ({
    assessors: context.assessors.map((a) =>
      a.personId === textOf(event.input, 'member') ? { ...a, recusalAsked: true } : a,
    ),
  }),
  /** A sheet that was locked meanwhile stays as it is; it counts no more once its assessor steps back. */
  answerRecusal: ({ context, event }) => {
    const member = textOf(event.input, 'member');
    const granted = textOf(event.input, 'answer') === 'grant';
    return {
      recused: granted ? [...context.recused, member] : context.recused,
      assessors: context.assessors.map((a) =>
        a.personId === member
          ? { ...a, recusalAsked: false, stage: granted ? ('recused' as const) : a.stage }
          : a,
      ),
    };
  },
  emptySeat: ({ context, event }) => {
    const member = event.by.role === 'assessor' ? (event.by.personId ?? '') : textOf(event.input, 'member');
    return {
      sheets: without(context.sheets, member),
      recused: [...context.recused, member],
      assessors: context.assessors.map((a) =>
        a.personId === member ? { ...a, stage: 'recused' as const } : a,
      ),
    };
  },
  // Who fills a seat takes its place in the order, so that the lead assessor's seat stays the lead assessor's.
  fillSeat: (args) => {
    const { context, event } = args;
    const leaving = textOf(event.input, 'member');
    const joining: Assessor = {
      personId: textOf(event.input, 'replacement'),
      name: nameOf(args, textOf(event.input, 'replacement')),
      stage: 'named',
      readsAccounts: event.input.readsAccounts === true,
      shownAt: event.at,
    };
    return {
      sheets: without(context.sheets, leaving),
      assessors: context.assessors.flatMap((a) =>
        a.personId === leaving ? [joining, { ...a, stage: 'replaced' as const }] : [a],
      ),
    };
  },

  takeSelfAssessment: ({ context, event }) =>
    context.rubric === null
      ? {}
      : {
          selfAssessment: selfAssessmentFrom(context.rubric, event.input),
          evidence: evidenceWith(context.rubric, context.evidence, event.input),
          ...settingDeadlines(context, { selfAssessmentDays: undefined, materialDays: undefined }),
        },
  askForMaterial: ({ context, event }) => {
    const named = textOf(event.input, 'dueOn');
    const due =
      named === ''
        ? deadline(event.calendar, event.at, furtherDays, 'wd')
        : fixedDeadline(endOfDay(named, event.calendar), event.at);
    return {
      returned: { list: textOf(event.input, 'list'), dueOn: dueDate(due.due, event.calendar) },
      ...settingDeadlines(context, { materialDays: due }),
    };
  },
  takeBackAsItIs: ({ context }) => settingDeadlines(context, { materialDays: undefined }),
  recordAbsence: ({ context }) => ({ result: resultOfAbsence(context.kind) }),

  recordVisit: ({ context, event }) => ({
    visit: {
      on: textOf(event.input, 'on'),
      attendees: textOf(event.input, 'attendees'),
      notes: textOf(event.input, 'notes'),
      photographs: documentsOf(event.input, 'photographs'),
      by: event.by.personId ?? '',
    },
    ...settingDeadlines(context, { visit: undefined }),
  }),
  dropVisit: ({ context }) => settingDeadlines(context, { visit: undefined }),
  recordSheet: ({ context, event }) =>
    context.rubric === null || event.by.personId === null
      ? {}
      : {
          sheets: {
            ...context.sheets,
            [event.by.personId]: sheetSent(context.rubric, event.by.personId, event),
          },
        },
  putScoresTogether: ({ context }) => {
    if (context.rubric === null) return {};
    const sheets = sittingAssessors(context).flatMap((a) => context.sheets[a.personId] ?? []);
    const mustHaves = panelMustHaves(context.rubric, sheets);
    return {
      panelScore: panelScoreOf(context.rubric, sheets),
      mustHaves: mustHaves.met,
      disputed: mustHaves.disputed,
    };
  },

  recordAdjustment: (args) => {
    const { context, event } = args;
    const before = standingScore(context);
    const settled = settledMustHaves(args);
    return {
      mustHaves: { ...context.mustHaves, ...settled },
      disputed: context.disputed.filter((id) => !(id in settled)),
      adjustments: [
        ...context.adjustments,
        {
          before,
          after: before + (askedChange(args) ?? 0),
          settled,
          reason: textOf(event.input, 'reason'),
          agreeing: agreeingTo(args),
          by: event.by.personId ?? '',
          at: event.at,
        },
      ],
    };
  },
  fixResult: ({ context, event }) => ({
    discussion: textOf(event.input, 'discussion') || null,
    result: resultOf(context, standingScore(context), context.mustHaves),
  }),

  startResultNotice: ({ context, event }) => ({
    noticeLeft: null,
    ...settingDeadlines(context, {
      appealReviewDays: undefined,
      resultNoticeDays: noticeDeadline(
        event,
        context.settings,
        context.noticeLeft ?? context.settings.resultNoticeDays,
      ),
    }),
  }),
  takeAppeal: ({ context, event }) => ({
    noticeLeft: daysLeftOfNotice(event.calendar, context.deadlines.resultNoticeDays, event.at),
    appeals: [
      ...context.appeals,
      {
        items: listOf(event.input, 'items'),
        reason: textOf(event.input, 'reason'),
        evidence: documentsOf(event.input, 'evidence'),
        at: event.at,
        outcome: 'open' as const,
        finding: null,
      },
    ],
    ...settingDeadlines(context, {
      resultNoticeDays: undefined,
      appealReviewDays: deadline(event.calendar, event.at, context.settings.appealReviewDays, 'wd'),
    }),
  }),
  reviseResult: ({ context, event }) => {
    const before = context.result;
    const finding = textOf(event.input, 'finding');
    const after = hundredths(numberOf(event.input, 'score') ?? 0) ?? 0;
    const found = Object.fromEntries(
      openMustHaves(context).flatMap((id) => {
        const said = event.input[`mustHave.${id}`];
        return typeof said === 'boolean' ? [[id, said]] : [];
      }),
    );
    return {
      result: resultOf(context, after, { ...before?.mustHaves, ...found }),
      appeals: closing(context.appeals, 'revised', finding),
      revisions: [
        ...context.revisions,
        {
          before: before?.score ?? 0,
          after,
          team: listOf(event.input, 'team').map((personId) => ({
            personId,
            name: nameOf({ context, event }, personId),
          })),
          mustHaves: found,
          finding,
          on: localDate(event.at, event.calendar),
          by: event.by.personId ?? '',
        },
      ],
    };
  },
  rejectAppeal: ({ context, event }) => ({
    appeals: closing(context.appeals, 'rejected', textOf(event.input, 'finding')),
  }),
  confirmResult: ({ event }) => ({ confirmedAt: event.at }),
  handOver: ({ event }) => ({ responsibleId: textOf(event.input, 'manager') || null }),
} satisfies Record<string, Recording>;

/** The must-haves that the open appeal is about. */
export const openMustHaves = (context: EvaluationContext): readonly string[] =>
  context.appeals
    .filter((a) => a.outcome === 'open')
    .flatMap((a) =>
      a.items.filter((id) => id.startsWith('mustHave.')).map((id) => id.slice('mustHave.'.length)),
    );
