import { addDays, localDate } from '../../calendar.ts';
import { documentsOf, rowsOf, textOf } from '../../forms/values.ts';
import { type Refusal, refusal } from '../../refusal.ts';
import { onInput } from '../guards.ts';
import type { Finding, IncubationArgs } from './facts.ts';

/** Findings that have no answer with evidence yet. */
export const findingsOpen = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((f) => f.answer === null || f.evidence.length === 0);

/** What an order to rectify (整改通知书), its answers and its end require. */
export const rectificationRequirements = {
  turnToOrder: ({ context, event }: IncubationArgs): Refusal | null => {
    if (event.by.role === 'director')
      return context.proposal === null ? refusal('incubation.managerMustPropose') : null;
    return context.proposal === null ? null : refusal('bothMustAct.youDid');
  },
  findingsAreGood: onInput(({ context, event }: IncubationArgs): Refusal | null => {
    if (event.by.role === 'director') return null;
    const findings = rowsOf(event.input, 'findings');
    if (textOf(event.input, 'ground') === '') return refusal('incubation.groundMissing');
    if (findings.length === 0) return refusal('incubation.findingsMissing');
    const today = localDate(event.at, event.calendar);
    const last = addDays(today, context.settings.rectificationDays);
    const outside = findings.some((f) => String(f.dueOn ?? '') < today || String(f.dueOn ?? '') > last);
    return outside ? refusal('incubation.findingDates', { from: today, last }) : null;
  }),
  proposalOpen: ({ context }: IncubationArgs): Refusal | null =>
    context.proposal === null ? refusal('incubation.nothingProposed') : null,
  answersEvidenced: onInput(({ context, event }: IncubationArgs): Refusal | null => {
    const findings = context.rectification?.findings ?? [];
    const answered = findings.filter((f) => textOf(event.input, `answer.${f.key}`).trim() !== '');
    if (answered.length === 0) return refusal('incubation.nothingAnswered');
    const bare = answered.filter(
      (f) => f.evidence.length === 0 && documentsOf(event.input, `evidence.${f.key}`).length === 0,
    );
    return bare.length === 0 ? null : refusal('incubation.answerWithoutEvidence', { count: bare.length });
  }),
  everyFindingAnswered: ({ context }: IncubationArgs): Refusal | null => {
    const open = findingsOpen(context.rectification?.findings ?? []);
    return open.length === 0 ? null : refusal('incubation.findingsOpen', { count: open.length });
  },
  turnToAccept: ({ context, event }: IncubationArgs): Refusal | null => {
    const vouched = context.rectification?.vouchedBy != null;
    if (event.by.role === 'director') return vouched ? null : refusal('incubation.managerMustVouch');
    return vouched ? refusal('bothMustAct.youDid') : null;
  },
};
