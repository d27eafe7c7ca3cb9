import { addDays, localDate } from '../../calendar.ts';
import { documentsOf, rowsOf, textOf } from '../../forms/values.ts';
import { deadline, settingDeadlines } from '../deadlines.ts';
import type { ClosedOrder, Finding, IncubationArgs, IncubationContext, Rectification } from './facts.ts';

type Recording = (args: IncubationArgs) => Partial<IncubationContext>;

const startClock = ({ context, event }: IncubationArgs) =>
  settingDeadlines(context, {
    rectificationDays: deadline(event.calendar, event.at, context.settings.rectificationDays, 'd'),
  });

/** The order that stands, laid with those that have ended. */
function closedOrders(
  { context, event }: IncubationArgs,
  outcome: ClosedOrder['outcome'],
): Partial<IncubationContext> {
  const order = context.rectification;
  if (order === null) return {};
  const finding = outcome === 'accepted' ? textOf(event.input, 'finding') || null : null;
  const closedOn = localDate(event.at, event.calendar);
  return {
    rectification: null,
    closedOrders: [...(context.closedOrders ?? []), { ...order, outcome, closedOn, finding }],
  };
}

/** What is remembered of an order to rectify, its answers and its end. */
export const rectificationRecordings = {
  propose: ({ event }) => ({
    proposal: {
      ground: textOf(event.input, 'ground') as Rectification['ground'],
      findings: rowsOf(event.input, 'findings').map(
        (row, i): Finding => ({
          key: `f${i + 1}`,
          text: { text: String(row.finding ?? '') },
          dueOn: String(row.dueOn ?? ''),
          answer: null,
          evidence: [],
        }),
      ),
      proposedBy: event.by.personId,
      signedBy: null,
      vouchedBy: null,
    },
  }),
  dropProposal: () => ({ proposal: null }),
  signOrder: ({ context, event }) => ({
    proposal: null,
    rectification:
      context.proposal === null
        ? null
        : {
            ...context.proposal,
            signedBy: event.by.personId,
            orderedOn: localDate(event.at, event.calendar),
          },
    rectifications: context.rectifications + 1,
  }),
  orderAfterMidterm: ({ context, event }) => ({
    proposal: null,
    rectification: {
      ground: 'midterm_failed',
      findings: [
        {
          key: 'f1',
          text: { key: 'incubation.finding.midtermFailed' },
          dueOn: addDays(localDate(event.at, event.calendar), context.settings.rectificationDays),
          answer: null,
          evidence: [],
        },
      ],
      proposedBy: null,
      signedBy: null,
      vouchedBy: null,
      orderedOn: localDate(event.at, event.calendar),
    },
    rectifications: context.rectifications + 1,
  }),
  startRectification: startClock,
  endRectification: ({ context }) => settingDeadlines(context, { rectificationDays: undefined }),
  answerFindings: ({ context, event }) => {
    const order = context.rectification;
    if (order === null) return {};
    const findings = order.findings.map((f) => {
      const answer = textOf(event.input, `answer.${f.key}`).trim();
      const evidence = documentsOf(event.input, `evidence.${f.key}`);
      return answer === '' ? f : { ...f, answer, evidence: [...f.evidence, ...evidence] };
    });
    // A new answer has to be looked at anew.
    return { rectification: { ...order, findings, vouchedBy: null } };
  },
  vouch: ({ context, event }) => ({
    rectification:
      context.rectification === null ? null : { ...context.rectification, vouchedBy: event.by.personId },
  }),
  closeRectification: (args) => closedOrders(args, 'accepted'),
  reopenRectification: ({ context }) => ({
    rectification: context.rectification === null ? null : { ...context.rectification, vouchedBy: null },
  }),
  /** The order that an upheld appeal struck does not count. */
  strikeOrder: (args) => ({
    ...closedOrders(args, 'struck'),
    rectifications:
      args.context.exit?.cause === 'third_rectification'
        ? args.context.rectifications - 1
        : args.context.rectifications,
  }),
} satisfies Record<string, Recording>;
