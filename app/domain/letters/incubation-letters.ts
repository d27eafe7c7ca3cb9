import { textOf } from '../forms/values.ts';
import type { IncubationContext } from '../lifecycles/incubation/facts.ts';
import { barMonths } from '../lifecycles/incubation/reentry.ts';
import { contact, fact, facts, heading, list, paragraph, said, typed, typedUnder } from './blocks.ts';
import type { LetterBuilder, LetterCase } from './case.ts';
import type { LetterText } from './letter.ts';

type Builder = LetterBuilder<IncubationContext>;
type Case = LetterCase<IncubationContext>;

const decidedBy = ({ line }: Case) => fact('decidedBy', line.by.name === '' ? null : typed(line.by.name));

const termFacts = ({ after }: Case) => [
  ...fact(
    'term',
    after.term === null
      ? null
      : said('fromTo', { from: { date: after.term.startsOn }, to: { date: after.term.endsOn } }),
  ),
];

/** 整改通知书: the ground, every finding with its date, until when in all, and what follows if it is not put right. */
export const rectificationOrder: Builder = (of) => {
  const { after, lastDayOf } = of;
  const order = after.rectification;
  const due = after.deadlines.rectificationDays;
  const leaves = of.line.to === 'exit_notice';
  return {
    title: said('rectification.title'),
    blocks: [
      paragraph(
        said('rectification.text', {
          ground: { key: `incubation.ground.${order?.ground ?? 'midterm_failed'}` },
          count: order?.findings.length ?? 0,
        }),
      ),
      list(
        (order?.findings ?? []).map((f) =>
          said('rectification.finding', { what: f.text, due: { date: f.dueOn } }),
        ),
      ),
      facts(termFacts(of), fact('orders', said('times', { count: after.rectifications })), decidedBy(of)),
      ...(leaves
        ? [paragraph(said('rectification.third'))]
        : [
            paragraph(
              due === undefined
                ? said('rectification.answer')
                : said('rectification.due', { due: { date: lastDayOf(due.due) } }),
            ),
            paragraph(said('rectification.consequence')),
          ]),
      ...contact(of),
    ],
    closing: said('closing.order'),
  };
};

/** 退壳告知书: the ground, the hand-over and until when, and the right of appeal with its last day. */
export const exitNotice: Builder = (of) => {
  const { line, after, lastDayOf } = of;
  const cause = after.exit?.cause ?? 'voluntary';
  const { appealDays, handoverDays } = after.deadlines;
  const voluntary = cause === 'voluntary';
  const ground = textOf(line.input, 'ground');
  return {
    title: said('exit.title'),
    blocks: [
      paragraph(
        said(voluntary ? 'exit.text.voluntary' : 'exit.text', { cause: { key: `incubation.exit.${cause}` } }),
      ),
      facts(
        termFacts(of),
        fact(
          'ground',
          cause === 'revoked' && ground !== '' ? { key: `incubation.revocation.${ground}` } : null,
        ),
        fact(
          'evaluationScore',
          cause === 'evaluation' && after.final?.participated ? { score: after.final.score } : null,
        ),
        fact(
          'notTakenPart',
          cause === 'evaluation' && after.final?.participated === false ? said('exit.absent') : null,
        ),
        fact('lastHandover', handoverDays === undefined ? null : { date: lastDayOf(handoverDays.due) }),
        fact('lastAppeal', appealDays === undefined ? null : { date: lastDayOf(appealDays.due) }),
        decidedBy(of),
      ),
      ...typedUnder('exit.reason', textOf(line.input, 'reason')),
      heading('exit.handover'),
      paragraph(said('exit.handover.text', { days: after.settings.handoverDays })),
      ...(appealDays === undefined
        ? []
        : [
            heading('exit.appeal'),
            paragraph(
              said('exit.appeal.text', {
                due: { date: lastDayOf(appealDays.due) },
                days: after.settings.appealDays,
                review: after.settings.appealReviewDays,
              }),
            ),
          ]),
      heading('exit.again'),
      paragraph(
        said('exit.again.text', {
          months: barMonths(after),
        }),
      ),
      ...contact(of),
    ],
    closing: said('closing.inform'),
  };
};

/** 延期审批: granted with the new end, the goals and their milestones; or denied with the reason and what follows. */
export const extensionDecision: Builder = (of) => {
  const { line, before, after } = of;
  if (line.event === 'deny_extension')
    return {
      title: said('extension.denied.title'),
      blocks: [
        paragraph(said(`extension.denied.${line.to === 'active' ? 'active' : 'exit'}`)),
        facts(termFacts(of), decidedBy(of)),
        ...typedUnder('extension.reason', textOf(line.input, 'reason')),
        ...contact(of),
      ],
      closing: said('closing.decide'),
    };
  const plan = after.plans.at(-1);
  const months = line.input.months;
  return {
    title: said('extension.title'),
    blocks: [
      paragraph(said('extension.text', { months: typeof months === 'number' ? months : 0 })),
      facts(
        fact('termBefore', before.term === null ? null : { date: before.term.endsOn }),
        fact('termAfter', after.term === null ? null : { date: after.term.endsOn }),
        fact('monthsInAll', after.term === null ? null : said('months', { months: after.term.months })),
        decidedBy(of),
      ),
      ...typedUnder('extension.goals', textOf(line.input, 'goals')),
      ...(plan === undefined || plan.milestones.length === 0
        ? []
        : [
            heading('extension.milestones'),
            list(
              plan.milestones.map((m) =>
                said('extension.milestone', {
                  goal: m.goal,
                  indicator: m.indicator,
                  due: { date: m.dueOn },
                }),
              ),
            ),
          ]),
      paragraph(said('extension.next')),
    ],
    closing: said('closing.inform'),
  };
};

/** 暂停: granted from a day until a day, or refused with the reason. */
export const pauseDecision: Builder = (of) => {
  const { line, before, after } = of;
  const pause = after.pauses.at(-1);
  if (line.event === 'refuse_pause')
    return {
      title: said('pause.refused.title'),
      blocks: [
        paragraph(
          said('pause.refused.text', {
            until: before.pauseAsked === null ? '—' : { date: before.pauseAsked.until },
          }),
        ),
        facts(termFacts(of), decidedBy(of)),
        ...typedUnder('pause.reason', textOf(line.input, 'reason')),
        ...contact(of),
      ],
      closing: said('closing.decide'),
    };
  const days: LetterText =
    pause === undefined
      ? typed('—')
      : said('fromTo', { from: { date: pause.from }, to: { date: pause.until } });
  return {
    title: said('pause.title'),
    blocks: [
      paragraph(said('pause.text', { days })),
      facts(fact('pause', days), termFacts(of), decidedBy(of)),
      ...typedUnder('pause.reason', textOf(line.input, 'reason')),
      paragraph(said('pause.meaning')),
    ],
    closing: said('closing.inform'),
  };
};

/** 申诉复核决定: upheld, and where the incubation goes on; or dismissed, and until when to hand over. */
export const exitAppealDecision: Builder = (of) => {
  const { line, before, after, lastDayOf } = of;
  const upheld = line.event === 'uphold_appeal';
  const due = after.deadlines.handoverDays;
  const asked = of.earlier.filter((l) => l.event === 'appeal').at(-1);
  return {
    title: said('exitAppeal.title'),
    blocks: [
      paragraph(
        said(upheld ? 'exitAppeal.upheld' : 'exitAppeal.dismissed', {
          cause: { key: `incubation.exit.${before.exit?.cause ?? 'revoked'}` },
          date: asked === undefined ? '—' : { date: of.dayOf(asked.at) },
        }),
      ),
      facts(
        fact('goesOn', upheld ? { key: `incubation.state.${line.to}` } : null),
        fact('lastHandover', upheld || due === undefined ? null : { date: lastDayOf(due.due) }),
        fact('reviewedBy', typed(line.by.name)),
      ),
      ...typedUnder('exitAppeal.asked', asked === undefined ? '' : textOf(asked.input, 'reason')),
      ...typedUnder('exitAppeal.finding', textOf(line.input, 'finding')),
    ],
    closing: said('closing.decide'),
  };
};
