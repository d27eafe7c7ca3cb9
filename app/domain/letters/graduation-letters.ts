import { textOf } from '../forms/values.ts';
import type { GraduationContext } from '../lifecycles/graduation/facts.ts';
import { noticeWindow } from './application-letters.ts';
import { contact, fact, facts, heading, list, paragraph, said, typed, typedUnder } from './blocks.ts';
import type { LetterBuilder, LetterCase } from './case.ts';
import type { LetterText } from './letter.ts';

type Builder = LetterBuilder<GraduationContext>;
type Case = LetterCase<GraduationContext>;

const numberOf = ({ after }: Case): LetterText | null => (after.number === null ? null : typed(after.number));

/** 不予出壳决定书: by whom and why; the lines of the checklist that were not met, where it failed on them. */
export const graduationRefusal: Builder = (of) => {
  const { line, before, after } = of;
  const stage =
    line.event === 'fail_verification'
      ? 'verification'
      : line.event === 'refuse'
        ? 'supervisor'
        : line.event === 'uphold_objection'
          ? 'objection'
          : 'notApplied';
  const reasons = of.earlier
    .filter((l) => l.event === line.event && (stage !== 'verification' || l.number >= firstFailure(of)))
    .map((l) => textOf(l.input, 'reason') || textOf(l.input, 'finding'))
    .filter((reason, i, all) => reason !== '' && all.indexOf(reason) === i);
  return {
    title: said('graduationRefusal.title'),
    blocks: [
      paragraph(said(`graduationRefusal.text.${stage}`, { days: after.settings.graduationApplyDays })),
      facts(
        fact('graduation', numberOf(of)),
        fact('evaluationScore', { score: before.evaluationScore }),
        fact('decidedBy', line.by.name === '' ? null : typed(line.by.name)),
      ),
      ...(stage !== 'verification'
        ? []
        : [
            heading('graduationRefusal.lines'),
            list(after.failedLines.map((id) => ({ key: `graduation.line.${id}` }))),
          ]),
      ...typedUnder('refusal.reason', reasons.join('\n')),
      paragraph(said('graduationRefusal.next')),
      ...contact(of),
    ],
    closing: said('closing.decide'),
  };
};

/** The number of the first of the two events by which a verification was failed: what is older was returned. */
function firstFailure({ earlier, line }: Case): number {
  const entered = earlier.filter((l) => l.event === 'verify').at(-1)?.number ?? 0;
  return earlier.find((l) => l.event === line.event && l.number > entered)?.number ?? line.number;
}

/** 出壳公示: who is to graduate, on what it rests, from when to when anyone may object. */
export const graduationNotice: Builder = (of) => {
  const { line, after, dayOf, lastDayOf } = of;
  const end = after.deadlines.noticeDays;
  const { term } = of.facts;
  return {
    title: said('graduationNotice.title'),
    toEveryone: true,
    blocks: [
      paragraph(said('graduationNotice.text', { organization: of.facts.organization.name })),
      facts(
        fact('organization', typed(of.facts.organization.name)),
        fact('proof', of.facts.organization.proof === null ? null : typed(of.facts.organization.proof)),
        fact('graduation', numberOf(of)),
        fact(
          'term',
          term === null ? null : said('fromTo', { from: { date: term.startsOn }, to: { date: term.endsOn } }),
        ),
        fact('evaluationScore', { score: after.evaluationScore }),
      ),
      ...(end === undefined
        ? []
        : [paragraph(noticeWindow(dayOf(line.at), lastDayOf(end.due), after.settings))]),
      paragraph(said('notice.objections')),
      ...contact(of),
    ],
  };
};

/** 出壳证书: the certificate to be framed, with its number and where anyone can check it. */
export const certificate: Builder = (of) => {
  const { line, after, dayOf, facts: outside } = of;
  const { term } = outside;
  return {
    form: 'certificate',
    title: said('certificate.title'),
    toEveryone: true,
    blocks: [
      paragraph(typed(outside.organization.name)),
      paragraph(
        term === null
          ? said('certificate.text', { score: { score: after.evaluationScore } })
          : said('certificate.text.term', {
              from: { date: term.startsOn },
              to: { date: dayOf(line.at) },
              score: { score: after.evaluationScore },
            }),
      ),
      paragraph(said('certificate.granted')),
    ],
    ...(outside.checkAddress === null
      ? {}
      : {
          note: said('certificate.check', { address: outside.checkAddress }),
          checkAddress: outside.checkAddress,
        }),
    ...(outside.revokedOn === null
      ? {}
      : { stamp: said('certificate.revoked', { date: { date: outside.revokedOn } }) }),
  };
};
