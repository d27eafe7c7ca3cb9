import { addWorkingDays, endOfDay } from '../../calendar.ts';
import { registrationTypes, trackOf } from '../../forms/application-form.ts';
import { groupOf, listOf, textOf } from '../../forms/values.ts';
import { deadline, fixedDeadline, settingDeadlines } from '../deadlines.ts';
import { noticeRecordings } from '../objections.ts';
import { sheetSent } from '../score-events.ts';
import { panelScoreOf } from '../score-sheet.ts';
import { type ApplicationArgs, type ApplicationContext, sitting } from './facts.ts';

type Recording = (args: ApplicationArgs) => Partial<ApplicationContext>;

/** What an application remembers of each event. Pure: from what was known and what happened to what is known. */
export const applicationRecordings = {
  recordSubmission: ({ context, event }) => ({
    number: context.number ?? event.observed.applicationNumber ?? null,
    submittedAt: event.at,
    snapshots: context.snapshots + 1,
    ...settingDeadlines(context, {
      callCloses: undefined,
      supplementDays: undefined,
      acceptDays: deadline(event.calendar, event.at, context.settings.acceptDays, 'wd'),
      screeningDays: deadline(event.calendar, event.at, context.settings.screeningDays, 'wd'),
    }),
  }),
  noteKind: ({ context, event }) => {
    const kind = registrationTypes.find((each) => each === textOf(event.input, 'registrationType'));
    return { track: kind === undefined ? context.track : trackOf(kind) };
  },
  takeOn: ({ event }) => ({ responsibleId: event.by.personId }),
  markScreener: ({ context, event }) => ({
    screenedBy:
      event.by.personId === null
        ? context.screenedBy
        : [...new Set([...context.screenedBy, event.by.personId])],
  }),
  recordPartyOpinion: ({ event }) => ({
    partyOpinion: { supports: event.input.supports === true, note: textOf(event.input, 'opinion') },
  }),
  markSupplement: ({ context, event }) => ({
    supplementRounds: context.supplementRounds + 1,
    supplement: Object.entries(groupOf(event.input, 'reason')).flatMap(([key, reason]) =>
      typeof reason === 'string' && reason.trim() !== ''
        ? [
            {
              key,
              reason,
              label: event.observed.supplementable?.find((s) => s.key === key)?.label ?? { text: key },
            },
          ]
        : [],
    ),
    ...settingDeadlines(context, {
      supplementDays: deadline(event.calendar, event.at, context.settings.supplementDays, 'wd'),
    }),
  }),
  startPanel: ({ context, event }) =>
    settingDeadlines(context, {
      panelDays: deadline(event.calendar, event.at, context.settings.panelDays, 'wd'),
    }),
  namePanel: ({ context, event }) => {
    const chosen = listOf(event.input, 'members');
    const kept = context.panel.filter((m) => chosen.includes(m.personId) || m.stage === 'recused');
    const added = chosen
      .filter((id) => !kept.some((m) => m.personId === id))
      .map((id) => ({
        personId: id,
        name: event.observed.reviewerCandidates?.find((c) => c.personId === id)?.name ?? '',
        stage: 'named' as const,
        shownAt: event.at,
      }));
    return { panel: [...kept, ...added] };
  },
  declareSeat: ({ context, event }) => {
    const stage =
      textOf(event.input, 'declaration') === 'recuse' ? ('recused' as const) : ('declared' as const);
    return {
      panel: context.panel.map((m) => (m.personId === event.by.personId ? { ...m, stage } : m)),
      recused:
        stage === 'recused' && event.by.personId !== null
          ? [...context.recused, event.by.personId]
          : context.recused,
    };
  },
  askRecusal: ({ context, event }) => ({
    panel: context.panel.map((m) =>
      m.personId === textOf(event.input, 'member') ? { ...m, recusalAsked: true } : m,
    ),
  }),
  answerRecusal: ({ context, event }) => {
    const member = textOf(event.input, 'member');
    const granted = textOf(event.input, 'answer') === 'grant';
    return {
      panel: context.panel.map((m) =>
        m.personId === member
          ? { ...m, recusalAsked: false, stage: granted ? ('recused' as const) : m.stage }
          : m,
      ),
      recused: granted ? [...context.recused, member] : context.recused,
    };
  },
  openSheets: ({ context, event }) => {
    const meetingOn = textOf(event.input, 'meetingOn');
    const due = endOfDay(
      addWorkingDays(event.calendar, meetingOn, context.settings.scoreDays),
      event.calendar,
    );
    return {
      meetingOn,
      rubric: event.observed.entryRubric ?? null,
      sheets: {},
      ...settingDeadlines(context, { panelDays: undefined, scoring: fixedDeadline(due, event.at) }),
    };
  },
  recordSheet: ({ context, event }) => {
    if (context.rubric === null || event.by.personId === null) return {};
    return {
      sheets: {
        ...context.sheets,
        [event.by.personId]: sheetSent(context.rubric, event.by.personId, event),
      },
    };
  },
  emptySeat: ({ context, event }) => {
    const member = event.by.role === 'reviewer' ? (event.by.personId ?? '') : textOf(event.input, 'member');
    const { [member]: _dropped, ...sheets } = context.sheets;
    return {
      sheets,
      recused: [...context.recused, member],
      panel: context.panel.map((m) => (m.personId === member ? { ...m, stage: 'recused' as const } : m)),
    };
  },
  fillSeat: ({ context, event }) => {
    const leaving = textOf(event.input, 'member');
    const joining = textOf(event.input, 'replacement');
    const name = event.observed.reviewerCandidates?.find((c) => c.personId === joining)?.name ?? '';
    const { [leaving]: _dropped, ...sheets } = context.sheets;
    return {
      sheets,
      panel: [
        ...context.panel.map((m) => (m.personId === leaving ? { ...m, stage: 'replaced' as const } : m)),
        { personId: joining, name, stage: 'named' as const, shownAt: event.at },
      ],
    };
  },
  putScoresTogether: ({ context }) => {
    const sheets = sitting(context).flatMap((m) => context.sheets[m.personId] ?? []);
    return context.rubric === null
      ? {}
      : {
          score: panelScoreOf(context.rubric, sheets),
          vetoed: sheets.filter((s) => (s.vetoes ?? []).length > 0).length * 2 > sheets.length,
          ...settingDeadlines(context, { scoring: undefined }),
        };
  },
  noteResidency: ({ context, event }) => {
    const chosen = textOf(event.input, 'residency');
    return { residency: chosen === 'onsite' || chosen === 'virtual' ? chosen : context.residency };
  },
  startWaiting: ({ context, event }) =>
    settingDeadlines(context, {
      waitlistMonths: deadline(event.calendar, event.at, context.settings.waitlistMonths, 'm'),
    }),

  ...noticeRecordings,
  startSigning: ({ context, event }) =>
    settingDeadlines(context, {
      noticeDays: undefined,
      signingDays: deadline(event.calendar, event.at, context.settings.signingDays, 'wd'),
    }),

  recordSignature: ({ context, event }) => ({
    signedBy: { ...context.signedBy, [event.by.role]: event.by.personId ?? '' },
  }),
  lengthenSigning: ({ context, event }) => ({
    signingExtended: true,
    ...settingDeadlines(context, {
      signingDays: deadline(event.calendar, context.deadlines.signingDays?.due ?? event.at, 5, 'wd'),
    }),
  }),
  handOver: ({ event }) => ({ responsibleId: textOf(event.input, 'manager') || null }),
} satisfies Record<string, Recording>;
