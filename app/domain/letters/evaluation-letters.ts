import { textOf } from '../forms/values.ts';
import { type EvaluationContext, sittingAssessors } from '../lifecycles/evaluation/facts.ts';
import { itemsOf, type Rubric } from '../rubrics.ts';
import { both, contact, fact, facts, heading, list, paragraph, said, typed, typedUnder } from './blocks.ts';
import { type LetterBuilder, type LetterCase, lastOf } from './case.ts';
import type { LetterText } from './letter.ts';

type Builder = LetterBuilder<EvaluationContext>;
type Case = LetterCase<EvaluationContext>;

export const kindWords = ({ after }: Case): LetterText => ({ key: `evaluation.kind.${after.kind}` });

export const rubricLine = ({ after: { rubric } }: Case) =>
  fact(
    'rubric',
    rubric === null ? null : said('rubricVersion', { rubric: both(rubric), version: rubric.version }),
  );

/** 评估通知书: what is evaluated by what rubric, by whom, when, and by when the self-assessment is due. */
export const announcement: Builder = (of) => {
  const { line, after, lastDayOf } = of;
  const due = after.deadlines.selfAssessmentDays;
  return {
    title: said('announcement.title'),
    blocks: [
      paragraph(said('announcement.text', { kind: kindWords(of) })),
      facts(
        fact('kind', kindWords(of)),
        rubricLine(of),
        fact('selfAssessment', due === undefined ? null : { date: lastDayOf(due.due) }),
        fact(
          'visitOn',
          after.visitOn === null
            ? null
            : said(after.deskOnlyAllowed ? 'announcement.visitOrDesk' : 'announcement.visit', {
                date: { date: after.visitOn },
              }),
        ),
      ),
      ...typedUnder('announcement.plan', textOf(line.input, 'plan')),
      heading('announcement.team'),
      list(
        sittingAssessors(after).map((a, i) =>
          said(
            i === 0
              ? a.readsAccounts
                ? 'announcement.leadAccounts'
                : 'announcement.lead'
              : a.readsAccounts
                ? 'announcement.accounts'
                : 'announcement.member',
            { name: a.name },
          ),
        ),
      ),
      heading('announcement.bring'),
      paragraph(said('announcement.bring.text')),
      paragraph(said(`announcement.absence.${after.kind}`)),
      ...contact(of),
    ],
    closing: said('closing.inform'),
  };
};

/** What was appealed against, in the words of the rubric. */
const itemWords = (rubric: Rubric | null, id: string): LetterText => {
  const found = id.startsWith('mustHave.')
    ? rubric?.mustHaves.find((m) => `mustHave.${m.id}` === id)
    : rubric === null
      ? undefined
      : itemsOf(rubric).find((item) => item.id === id);
  return found === undefined ? typed('—') : both(found);
};

/** 评估异议复核决定: what was appealed against, what was found, and the result before and after. */
export const evaluationAppealDecision: Builder = (of) => {
  const { line, before, after } = of;
  const revised = line.event === 'revise_result';
  const open = before.appeals.filter((a) => a.outcome === 'open');
  const revision = after.revisions.at(-1);
  const asked = lastOf(of, 'appeal');
  return {
    title: said('evaluationAppeal.title'),
    blocks: [
      paragraph(
        said(revised ? 'evaluationAppeal.revised' : 'evaluationAppeal.rejected', {
          kind: kindWords(of),
          date: asked === undefined ? '—' : { date: of.dayOf(asked.at) },
        }),
      ),
      heading('evaluationAppeal.items'),
      list(open.flatMap((a) => a.items.map((id) => itemWords(after.rubric, id)))),
      ...typedUnder('evaluationAppeal.asked', open.map((a) => a.reason).join('\n')),
      ...typedUnder('evaluationAppeal.finding', textOf(line.input, 'finding')),
      facts(
        fact('scoreBefore', revised && revision ? { score: revision.before } : null),
        fact('scoreAfter', after.result === null ? null : { score: after.result.score }),
        fact('verdict', after.result === null ? null : { key: `evaluation.verdict.${after.result.verdict}` }),
        fact(
          'secondTeam',
          revised && revision
            ? of.audience === 'judges'
              ? { all: revision.team.map((a) => typed(a.name)) }
              : said('assessors', { count: revision.team.length })
            : null,
        ),
        fact('reviewedBy', typed(line.by.name)),
      ),
      paragraph(said('evaluationAppeal.next')),
    ],
    closing: said('closing.decide'),
  };
};
