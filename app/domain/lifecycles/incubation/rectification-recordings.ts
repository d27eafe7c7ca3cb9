import { addDays, localDate } from '../../calendar.ts';
import { documentsOf, rowsOf, textOf } from '../../forms/values.ts';
import { deadline, settingDeadlines } from '../deadlines.ts';
import type { Finding, IncubationArgs, IncubationContext, Rectification } from './facts.ts';

type Recording = (args: IncubationArgs) => Partial<IncubationContext>;

const startClock = ({ context, event }: IncubationArgs) =>
  settingDeadlines(context, {
    rectificationDays: deadline(event.calendar, event.at, context.settings.rectificationDays, 'd'),
  });

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
    rectification: context.proposal === null ? null : { ...context.proposal, signedBy: event.by.personId },
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
  closeRectification: () => ({ rectification: null }),
  reopenRectification: ({ context }) => ({
    rectification: context.rectification === null ? null : { ...context.rectification, vouchedBy: null },
  }),
  /** The order that an upheld appeal struck does not count. */
  strikeOrder: ({ context }) => ({
    rectification: null,
    rectifications:
      context.exit?.cause === 'third_rectification' ? context.rectifications - 1 : context.rectifications,
  }),
} satisfies Record<string, Recording>;
