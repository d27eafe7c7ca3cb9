import { textOf } from '../forms/values.ts';
import { type ApplicationContext, sitting } from '../lifecycles/application/facts.ts';
import { DEFAULT_PANEL_RULES, vetoWords } from '../scoring.ts';
import { applied, rankWords } from './application-letters.ts';
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
import { type LetterBuilder, type LetterCase, lastOf } from './case.ts';
import type { LetterText } from './letter.ts';

type Case = LetterCase<ApplicationContext>;

const points = (value: number): LetterText => ({ score: Math.round(value * 100) });

/**
 * 评审会议纪要 with the 评分汇总表: who sat, by what rubric, each sheet's total, highest, lowest, mean, rank, whether the
 * sheets lie far apart, and a line for each to sign. Names judges: never for the organization.
 */
export const panelMinutes: LetterBuilder<ApplicationContext> = (of) => {
  const { line, after, dayOf } = of;
  const convened = lastOf(of, 'convene');
  const members = sitting(after);
  const left = after.panel.filter((m) => !members.includes(m));
  const { rubric, score } = after;
  return {
    title: said('minutes.title'),
    toEveryone: true,
    blocks: [
      facts(
        fact('organization', typed(of.facts.organization.name)),
        applied(of),
        fact('meetingOn', after.meetingOn === null ? null : { date: after.meetingOn }),
        fact('place', convened === undefined ? null : typed(textOf(convened.input, 'place'))),
        fact(
          'rubric',
          rubric === null ? null : said('rubricVersion', { rubric: both(rubric), version: rubric.version }),
        ),
        fact('present', { all: members.map((m) => typed(m.name)) }),
        fact('stoodBack', left.length === 0 ? null : { all: left.map((m) => typed(m.name)) }),
        fact('convenedBy', convened === undefined ? null : typed(convened.by.name)),
        fact('closedBy', typed(line.by.name)),
      ),
      heading('minutes.course'),
      paragraph(said('minutes.course.text', { count: members.length })),
      ...(score === null
        ? []
        : [heading('minutes.scores'), sheetTable(of), summary(of), ...vetoes(of), ...spread(of)]),
      heading('minutes.dimensions'),
      dimensionTable(of),
      ...typedUnder('minutes.note', textOf(line.input, 'note')),
      heading('minutes.signatures'),
      signatures(
        ...members.map((m, i) => ({
          label: said('sign.expert', { number: i + 1 }),
          name: typed(m.name),
          on: null,
        })),
        { label: said('sign.recorder'), name: typed(line.by.name), on: { date: dayOf(line.at) } },
      ),
    ],
  };
};

function sheetTable({ after }: Case) {
  const members = sitting(after);
  return {
    kind: 'table' as const,
    head: [
      { label: said('column.expert'), share: 3 },
      { label: said('column.total'), number: true, share: 2 },
      { label: said('column.counted'), share: 3 },
    ],
    rows: members.flatMap((member, i) => {
      const sheet = after.score?.sheets.find((s) => s.assessorId === member.personId);
      if (sheet === undefined) return [];
      return [
        [
          said('expert', { number: i + 1 }),
          points(sheet.total),
          { key: `content.panel.${sheet.dropped ?? 'counted'}` },
        ],
      ];
    }),
  };
}

function summary(of: Case) {
  const { score, settings } = of.after;
  return facts(
    fact('highest', score && points(score.highest)),
    fact('lowest', score && points(score.lowest)),
    fact('mean', score && { score: score.hundredths }),
    fact('median', score && points(score.median)),
    fact('spread', score && points(score.spread)),
    fact('rank', of.after.rolling ? null : (rankWords(of) ?? said('rank.later'))),
    fact('entryPass', said('points', { points: settings.entryPass })),
  );
}

const spread = ({ after }: Case) => [
  paragraph(
    said(after.score?.spreadFlagged ? 'minutes.spreadWide' : 'minutes.spreadNarrow', {
      limit: DEFAULT_PANEL_RULES.spreadLimit,
    }),
  ),
];

function vetoes({ after }: Case) {
  const { rubric, score } = after;
  const found = rubric === null ? [] : (score?.vetoes ?? []).flatMap((id) => vetoWords(rubric, id) ?? []);
  if (found.length === 0) return [];
  return [paragraph(said(after.vetoed ? 'minutes.vetoed' : 'minutes.vetoMinority')), list(found.map(both))];
}

function dimensionTable({ after }: Case) {
  const { rubric, score } = after;
  return {
    kind: 'table' as const,
    head: [
      { label: said('column.dimension'), share: 4 },
      { label: said('column.max'), number: true, share: 1 },
      { label: said('column.mean'), number: true, share: 2 },
    ],
    rows: (rubric?.dimensions ?? []).map((d) => {
      const mean = score?.dimensions.find((s) => s.id === d.id)?.points ?? null;
      return [both(d), { number: d.weight }, mean === null ? null : points(mean)];
    }),
  };
}
