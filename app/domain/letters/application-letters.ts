import { listOf, textOf } from '../forms/values.ts';
import { type ApplicationContext, grounds } from '../lifecycles/application/facts.ts';
import {
  contact,
  fact,
  facts,
  heading,
  list,
  paragraph,
  said,
  signatures,
  signedLine,
  typed,
  typedUnder,
} from './blocks.ts';
import type { LetterBuilder, LetterCase } from './case.ts';
import type { LetterText } from './letter.ts';

type Builder = LetterBuilder<ApplicationContext>;
type Case = LetterCase<ApplicationContext>;

const numberOf = ({ after }: Case): LetterText => typed(after.number ?? '');

/** What was applied for: number, call, track. */
export const applied = (of: Case) => [
  ...fact('application', numberOf(of)),
  ...fact('call', of.facts.call === null ? null : typed(of.facts.call)),
  ...fact('track', { key: `application.track.${of.after.track}` }),
];

/** 受理回执: that it was received, when, as which version, with the hash of what was sent in. */
export const receipt: Builder = (of) => {
  const { line, after, dayOf, lastDayOf } = of;
  const snapshot = of.facts.snapshots.find((s) => s.number === after.snapshots);
  const due = line.event === 'submit' ? after.deadlines.acceptDays : after.deadlines.screeningDays;
  return {
    title: said('receipt.title'),
    blocks: [
      paragraph(said('receipt.text', { date: { date: dayOf(line.at) }, number: numberOf(of) })),
      facts(
        applied(of),
        fact('receivedAt', { instant: line.at }),
        fact('sentBy', typed(line.by.name)),
        fact('version', said('version', { number: after.snapshots })),
        fact('hash', snapshot === undefined ? null : typed(snapshot.hash)),
      ),
      paragraph(said('receipt.hash')),
      ...(due === undefined
        ? []
        : [paragraph(said(`receipt.due.${line.event}`, { due: { date: lastDayOf(due.due) } }))]),
      paragraph(said('receipt.meaning')),
    ],
  };
};

/** 一次性补正告知书: everything that is missing, at once, and until when. */
export const supplement: Builder = (of) => {
  const { line, after, dayOf, lastDayOf } = of;
  const due = after.deadlines.supplementDays;
  return {
    title: said('supplement.title'),
    blocks: [
      paragraph(
        said('supplement.text', {
          number: numberOf(of),
          count: after.supplement.length,
          date: { date: dayOf(line.at) },
        }),
      ),
      list(after.supplement.map((item) => said('supplement.item', { what: item.label, why: item.reason }))),
      ...(due === undefined
        ? []
        : [
            paragraph(
              said('supplement.due', {
                due: { date: lastDayOf(due.due) },
                days: after.settings.supplementDays,
              }),
            ),
          ]),
      paragraph(
        said('supplement.rounds', {
          round: after.supplementRounds,
          rounds: after.settings.supplementRounds,
        }),
      ),
      ...contact(of),
    ],
    closing: said('closing.inform'),
  };
};

/** 不予入壳决定书: on what ground, by its number and its words, and the reason as it was written. */
export const refusal: Builder = (of) => {
  const { line, after } = of;
  const named = listOf(line.input, 'grounds');
  const stage = line.event === 'refuse' ? 'screening' : line.event === 'reject' ? 'decision' : 'objection';
  const usedUp = line.event === 'refuse' && named.length === 0;
  const reason = textOf(line.input, 'reason') || textOf(line.input, 'finding');
  return {
    title: said('refusal.title'),
    blocks: [
      paragraph(said(`refusal.text.${stage}`, { number: numberOf(of) })),
      ...(named.length === 0
        ? []
        : [
            heading('refusal.grounds'),
            list(
              named.map((code) =>
                said('refusal.ground', {
                  number: (grounds as readonly string[]).indexOf(code) + 1,
                  words: { key: `ground.${code}` },
                }),
              ),
            ),
          ]),
      ...(usedUp ? [paragraph(said('refusal.usedUp', { rounds: after.settings.supplementRounds }))] : []),
      ...(stage === 'decision' ? [facts(applied(of), ...scored(of))] : []),
      ...typedUnder(stage === 'objection' ? 'refusal.finding' : 'refusal.reason', reason),
      paragraph(said('refusal.again')),
      ...contact(of),
    ],
    closing: said('closing.decide'),
  };
};

const scored = ({ after }: Case) => [
  fact('score', after.score === null ? null : { score: after.score.hundredths }),
  fact('entryPass', said('points', { points: after.settings.entryPass })),
  fact('veto', after.vetoed ? said('refusal.vetoed') : null),
];

/** 入壳公示: what is intended, from when to when anyone may object, and where. */
export const admissionNotice: Builder = (of) => {
  const { line, after, dayOf, lastDayOf } = of;
  const end = after.deadlines.noticeDays;
  return {
    title: said('admissionNotice.title'),
    toEveryone: true,
    blocks: [
      paragraph(said('admissionNotice.text', { organization: of.facts.organization.name })),
      facts(
        fact('organization', typed(of.facts.organization.name)),
        applied(of),
        fact('residency', after.residency === null ? null : { key: `residency.${after.residency}` }),
        fact('score', after.score === null ? null : { score: after.score.hundredths }),
      ),
      ...(end === undefined
        ? []
        : [paragraph(noticeWindow(dayOf(line.at), lastDayOf(end.due), after.settings))]),
      paragraph(said('notice.objections')),
      ...contact(of),
    ],
  };
};

/** From when to when a notice runs, and in what its days are counted. */
export const noticeWindow = (
  from: string,
  to: string,
  settings: { readonly noticeDays: number; readonly noticeInCalendarDays: boolean },
): LetterText =>
  said(settings.noticeInCalendarDays ? 'notice.window.days' : 'notice.window.workingDays', {
    from: { date: from },
    to: { date: to },
    days: settings.noticeDays,
  });

/** 候补通知书: that the mark was reached and the places are taken, the rank that is kept, and until when. */
export const waitlist: Builder = (of) => {
  const { after, lastDayOf } = of;
  const until = after.deadlines.waitlistMonths;
  return {
    title: said('waitlist.title'),
    blocks: [
      paragraph(said('waitlist.text', { number: numberOf(of) })),
      facts(
        applied(of),
        ...scored(of),
        fact('rank', rankWords(of)),
        fact('until', until === undefined ? null : { date: lastDayOf(until.due) }),
      ),
      paragraph(said('waitlist.next', { months: after.settings.waitlistMonths })),
      ...contact(of),
    ],
    closing: said('closing.inform'),
  };
};

/** "第 2 名（共 9 家）", or null while the ranking of the call does not stand. */
export const rankWords = ({ facts: { rank } }: Case): LetterText | null =>
  rank === null ? null : said('rank', { place: rank.place, of: rank.of });

/** 入驻协议: the agreed figures as clauses, to be read before it is signed, and with both signatures afterwards. */
export const agreement: Builder = (of) => {
  const { line, after, dayOf, earlier } = of;
  const { settings } = after;
  const since = earlier.filter((l) => l.event === 'sign' && l.number <= line.number);
  const signedBy = (role: string) => since.find((l) => l.by.role === role);
  return {
    title: said('agreement.title'),
    unsigned: true,
    toEveryone: true,
    blocks: [
      facts(
        fact('partyA', typed(of.facts.center.name)),
        fact('partyB', typed(of.facts.organization.name)),
        fact('proof', of.facts.organization.proof === null ? null : typed(of.facts.organization.proof)),
        fact('program', of.facts.program === null ? null : typed(of.facts.program)),
        fact('application', numberOf(of)),
        fact('residency', after.residency === null ? null : { key: `residency.${after.residency}` }),
        fact('term', said('months', { months: settings.termMonths })),
      ),
      paragraph(said('agreement.preamble')),
      heading('agreement.term'),
      paragraph(
        said('agreement.term.text', {
          months: settings.termMonths,
          extensions: settings.maxExtensions,
          cap: settings.termCap,
          onboarding: settings.onboardingDays,
        }),
      ),
      heading('agreement.center'),
      paragraph(said(`agreement.center.${after.residency ?? 'virtual'}`)),
      heading('agreement.organization'),
      paragraph(said('agreement.organization.text')),
      ...(after.track === 'unregistered' ? [paragraph(said('agreement.register'))] : []),
      heading('agreement.evaluation'),
      paragraph(
        said('agreement.evaluation.text', {
          midterm: settings.midtermPass,
          graduation: settings.graduationPass,
        }),
      ),
      heading('agreement.waysOut'),
      paragraph(
        said('agreement.waysOut.text', {
          rectification: settings.rectificationDays,
          appeal: settings.appealDays,
          handover: settings.handoverDays,
          voluntary: settings.barMonthsVoluntary,
          forced: settings.barMonthsForced,
        }),
      ),
      heading('agreement.data'),
      paragraph(said('agreement.data.text')),
      paragraph(said(since.length > 1 ? 'agreement.signed' : 'agreement.unsigned')),
      signatures(
        signedLine('sign.partyA', signedBy('director'), dayOf),
        signedLine('sign.partyB', signedBy('lead'), dayOf),
      ),
    ],
  };
};
