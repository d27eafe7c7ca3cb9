import { type EvaluationContext, sittingAssessors } from '../lifecycles/evaluation/facts.ts';
import type { Rubric } from '../rubrics.ts';
import { gradeOf, sheetTotal, toldMeans, vetoWords } from '../scoring.ts';
import {
  both,
  fact,
  facts,
  heading,
  list,
  paragraph,
  said,
  signatures,
  typed,
  typedUnder,
} from './blocks.ts';
import type { LetterBuilder, LetterCase } from './case.ts';
import { kindWords, rubricLine } from './evaluation-letters.ts';
import type { LetterBlock, LetterText } from './letter.ts';

type Case = LetterCase<EvaluationContext>;
type Block = LetterBlock<LetterText>;

const points = (value: number): LetterText => ({ score: Math.round(value * 100) });

/** Below this share of its points a part is named as weak: the line at which a judge has to give a reason. */
const weakBelow = 0.6;

/**
 * 评估报告: basis, method, team, process, scores, findings, result. To the organization the team is a number and the
 * scores are those of the whole panel; judges read who they were and what each sheet came to.
 */
export const evaluationReport: LetterBuilder<EvaluationContext> = (of) => {
  const { after, facts: outside } = of;
  const judges = of.audience === 'judges';
  const found = findings(of);
  return {
    title: said('report.title', { kind: kindWords(of) }),
    toEveryone: true,
    blocks: [
      facts(
        fact('organization', typed(outside.organization.name)),
        fact('proof', outside.organization.proof === null ? null : typed(outside.organization.proof)),
        fact('program', outside.program === null ? null : typed(outside.program)),
        fact('kind', kindWords(of)),
        rubricLine(of),
      ),
      heading('report.basis'),
      paragraph(after.rubric === null ? said('report.noRubric') : both(after.rubric.basis)),
      heading('report.method'),
      paragraph(said(after.visit === null ? 'report.method.desk' : 'report.method.visit')),
      heading('report.team'),
      ...(judges
        ? [list(sittingAssessors(after).map((a) => typed(a.name)))]
        : [paragraph(said('report.team.count', { count: sittingAssessors(after).length }))]),
      heading('report.process'),
      list(processOf(of)),
      heading('report.scores'),
      dimensionTable(of),
      ...(judges ? sheetBlocks(of) : []),
      ...(found.length === 0 ? [] : [heading('report.findings'), ...found]),
      heading('report.result'),
      result(of),
      ...(judges
        ? [
            heading('minutes.signatures'),
            signatures(
              ...sittingAssessors(after).map((a, i) => ({
                label: said('sign.assessor', { number: i + 1 }),
                name: typed(a.name),
                on: null,
              })),
            ),
          ]
        : []),
    ],
  };
};

const steps = [
  'announce',
  'submit_self_assessment',
  'return_material',
  'pass_material',
  'desk_only',
  'record_visit',
  'close_scoring',
  'finalise',
  'appeal',
  'revise_result',
  'reject_appeal',
];

const processOf = ({ earlier, dayOf, line }: Case): readonly LetterText[] => [
  ...earlier
    .filter((l) => steps.includes(l.event))
    .map((l) => said('report.step', { date: { date: dayOf(l.at) }, what: said(`report.step.${l.event}`) })),
  said('report.step', { date: { date: dayOf(line.at) }, what: said('report.step.confirmed') }),
];

/** The dimensions whose mean is one sheet's own figure: who judges reads it, an organization neither reads nor infers it. */
function untoldDimensions({ after, audience }: Case): ReadonlySet<string> {
  const { rubric, panelScore, sheets } = after;
  if (audience === 'judges' || rubric === null || panelScore === null) return new Set();
  const { dimensions } = toldMeans(rubric, Object.values(sheets), panelScore);
  return new Set([...dimensions].filter(([, mean]) => mean === 'few').map(([id]) => id));
}

function dimensionTable(of: Case): Block {
  const { rubric, panelScore, selfAssessment } = of.after;
  const self = rubric === null || selfAssessment === null ? null : sheetTotal(rubric, selfAssessment);
  const selfOf = (id: string) =>
    self?.ok ? (self.value.dimensions.find((d) => d.id === id)?.points ?? null) : null;
  const untold = untoldDimensions(of);
  const panelOf = (id: string): LetterText | null => {
    const mean = panelScore?.dimensions.find((d) => d.id === id)?.points ?? null;
    if (mean === null) return null;
    return untold.has(id) ? { key: 'content.itemScores.few' } : points(mean);
  };
  return {
    kind: 'table',
    head: [
      { label: said('column.dimension'), share: 4 },
      { label: said('column.max'), number: true, share: 1 },
      { label: said('column.self'), number: true, share: 2 },
      { label: said('column.mean'), number: true, share: 2 },
    ],
    rows: [
      ...(rubric?.dimensions ?? []).map((d) => {
        const own = selfOf(d.id);
        return [both(d), { number: d.weight }, own === null ? null : points(own), panelOf(d.id)];
      }),
      [
        said('column.all'),
        { number: rubric?.max ?? 100 },
        self?.ok ? points(self.value.total) : null,
        panelScore === null ? null : points(panelScore.score),
      ],
    ],
  };
}

/** Each sheet's total, and how the panel changed the mean when it sat together. For judges. */
function sheetBlocks({ after }: Case): readonly Block[] {
  const { panelScore, adjustments, discussion } = after;
  if (panelScore === null) return [];
  return [
    {
      kind: 'table',
      head: [
        { label: said('column.assessor'), share: 3 },
        { label: said('column.total'), number: true, share: 2 },
        { label: said('column.counted'), share: 3 },
      ],
      rows: sittingAssessors(after).flatMap((a) => {
        const sheet = panelScore.sheets.find((s) => s.assessorId === a.personId);
        return sheet === undefined
          ? []
          : [[typed(a.name), points(sheet.total), { key: `content.panel.${sheet.dropped ?? 'counted'}` }]];
      }),
    },
    facts(
      fact('highest', points(panelScore.highest)),
      fact('lowest', points(panelScore.lowest)),
      fact('spread', points(panelScore.spread)),
    ),
    ...adjustments.map((a) =>
      paragraph(
        said('report.adjusted', {
          before: { score: a.before },
          after: { score: a.after },
          reason: a.reason,
        }),
      ),
    ),
    ...typedUnder('report.discussion', discussion ?? ''),
  ];
}

/** What was met and what was not, and the parts that stayed behind: from the panel's figures, nothing typed again. */
function findings(of: Case): readonly Block[] {
  const { rubric, panelScore, result: found } = of.after;
  if (rubric === null) return [paragraph(said('report.noRubric'))];
  const met = rubric.mustHaves.filter((m) => found?.mustHaves[m.id] === true);
  const missing = rubric.mustHaves.filter((m) => found?.mustHaves[m.id] !== true);
  const vetoes = (panelScore?.vetoes ?? []).flatMap((id) => vetoWords(rubric, id) ?? []);
  const untold = untoldDimensions(of);
  const weak = weakDimensions(rubric, panelScore?.dimensions ?? []).filter(({ id }) => !untold.has(id));
  // that no part is weak would be said of the untold one too
  const noneWeak = untold.size === 0 ? [paragraph(said('report.noneWeak'))] : [];
  return [
    ...(met.length === 0 ? [] : [paragraph(said('report.met')), list(met.map(both))]),
    ...(missing.length === 0 ? [] : [paragraph(said('report.missing')), list(missing.map(both))]),
    ...(vetoes.length === 0 ? [] : [paragraph(said('report.vetoed')), list(vetoes.map(both))]),
    ...(weak.length === 0 ? noneWeak : [paragraph(said('report.weak')), list(weak.map(both))]),
  ];
}

const weakDimensions = (
  rubric: Rubric,
  found: readonly { readonly id: string; readonly points: number | null }[],
) =>
  rubric.dimensions.filter((d) => {
    const mean = found.find((f) => f.id === d.id)?.points ?? null;
    return mean !== null && mean < d.weight * weakBelow;
  });

function result(of: Case): Block {
  const { after } = of;
  const { rubric, result: found, revisions } = after;
  const grade = rubric === null || found === null ? undefined : gradeOf(rubric, found.score / 100);
  return facts(
    fact('scoreBefore', revisions[0] === undefined ? null : { score: revisions[0].before }),
    fact('finalScore', found === null ? null : { score: found.score }),
    fact('grade', grade === undefined ? null : both(grade)),
    fact('passMark', rubric?.pass === undefined ? null : said('points', { points: rubric.pass })),
    fact(
      'mustHaves',
      found === null || !rubric?.mustHaves.length ? null : said(found.mustHavesMet ? 'allMet' : 'notAllMet'),
    ),
    fact('verdict', found === null ? null : { key: `evaluation.verdict.${found.verdict}` }),
    fact('confirmedOn', after.confirmedAt === null ? null : { date: of.dayOf(after.confirmedAt) }),
  );
}
