import type { ContentRow, ContentSection, Shown } from '#app/domain/lifecycles/content.ts';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import { itemPoints, type Rubric, type RubricItem } from '#app/domain/rubrics.ts';
import {
  type Sheet,
  type SheetItem,
  scoreWritten,
  sheetTotal,
  type ToldMean,
  toldMeans,
  vetoWords,
} from '#app/domain/scoring.ts';
import type { Words } from '#app/domain/words.ts';
import { typed } from './content-parts.server.ts';

/** A sheet item by item, with the sum of each dimension. */
export function sheetSection(id: string, title: Words, rubric: Rubric, sheet: Sheet): ContentSection {
  const total = sheetTotal(rubric, sheet);
  const sums = new Map(total.ok ? total.value.dimensions.map((d) => [d.id, d.points]) : []);
  return {
    id,
    kind: 'table',
    title,
    ...(total.ok
      ? {
          note: {
            key: 'content.sheet.total',
            params: { total: scoreWritten(total.value.total), max: rubric.max },
          },
        }
      : {}),
    fold: true,
    head: [
      { label: { key: 'content.sheet.item' } },
      { label: { key: 'content.sheet.points' }, number: true },
      { label: { key: 'content.sheet.max' }, number: true },
      { label: { key: 'content.sheet.comment' } },
    ],
    rows: [
      ...rubric.dimensions.flatMap((dimension): ContentRow[] => {
        const sum = sums.get(dimension.id) ?? null;
        return [
          {
            id: dimension.id,
            strong: true,
            cells: [bare(dimension), sum === null ? null : points(sum), { number: dimension.weight }, null],
          },
          ...dimension.items.map((item) => itemRow(item, sheet.items[item.id])),
        ];
      }),
      ...mustHaveRows(rubric, sheet.mustHaves ?? {}),
    ],
    empty: { key: 'content.none' },
  };
}

const points = (value: number): Shown => ({ score: Math.round(value * 100) });

const bare = ({ zh, en }: { readonly zh: string; readonly en: string }): Words => ({ zh, en });

const itemRow = (item: RubricItem, found: SheetItem | undefined): ContentRow => ({
  id: item.id,
  cells: [bare(item), pointsOf(item, found), { number: item.max }, typed(found?.comment)],
});

function pointsOf(item: RubricItem, given: SheetItem | undefined): Shown | null {
  if (given === undefined) return null;
  if (given.notApplicable) return { key: 'content.sheet.notApplicable' };
  if (given.points !== undefined) return points(given.points);
  if (given.answer === undefined) return null;
  const found = itemPoints(item.rule, item.max, given.answer);
  if (!found.ok) return null;
  return found.value === null ? { key: 'content.sheet.notApplicable' } : points(found.value);
}

const mustHaveRows = (rubric: Rubric, said: Readonly<Record<string, boolean>>): readonly ContentRow[] =>
  rubric.mustHaves
    .filter((m) => said[m.id] !== undefined)
    .map((m) => ({
      id: `mustHave.${m.id}`,
      cells: [bare(m), { key: said[m.id] ? 'content.mustHave.met' : 'content.mustHave.missing' }, null, null],
    }));

/**
 * The organization's own result part by part and item by item, beside what it gave itself, from the moment the result
 * is fixed: what an appeal is grounded on. Means of the sheets that count: no assessor's name, sheet or comment, and no
 * figure that is one sheet's alone. It stays where the incubation ends before the result is final, and the evaluation with
 * it: the organization has read it, it is about nobody else, and why an incubation ended may be asked afterwards.
 */
export function itemScoresSection(context: EvaluationContext, fold: boolean): readonly ContentSection[] {
  const { rubric, panelScore, selfAssessment, sheets, result } = context;
  if (rubric === null || panelScore === null || !result?.participated) return [];
  const means = toldMeans(rubric, Object.values(sheets), panelScore);
  const own = selfAssessment === null ? null : sheetTotal(rubric, selfAssessment);
  const ownSums = new Map(own?.ok ? own.value.dimensions.map((d) => [d.id, d.points]) : []);
  return [
    {
      id: 'item-scores',
      kind: 'table',
      title: { key: 'content.itemScores' },
      note: {
        key: 'content.itemScores.note',
        params: { count: panelScore.sheets.filter((s) => s.dropped === null).length },
      },
      fold,
      head: [
        { label: { key: 'content.sheet.item' } },
        { label: { key: 'content.itemScores.own' }, number: true },
        { label: { key: 'content.panel.mean' }, number: true },
        { label: { key: 'content.sheet.max' }, number: true },
      ],
      rows: [
        ...rubric.dimensions.flatMap((dimension): ContentRow[] => [
          {
            id: dimension.id,
            strong: true,
            cells: [
              bare(dimension),
              meanShown(ownSums.get(dimension.id)),
              meanShown(means.dimensions.get(dimension.id)),
              { number: dimension.weight },
            ],
          },
          ...dimension.items.map((item) => ({
            id: item.id,
            cells: [
              bare(item),
              pointsOf(item, selfAssessment?.items[item.id]),
              meanShown(means.items.get(item.id)) ?? { key: 'content.sheet.notApplicable' },
              { number: item.max },
            ],
          })),
        ]),
        {
          id: 'total',
          strong: true,
          cells: [
            { key: 'content.itemScores.all' },
            own?.ok ? points(own.value.total) : null,
            points(panelScore.score),
            { number: rubric.max },
          ],
        },
      ],
      empty: { key: 'content.none' },
    },
  ];
}

function meanShown(mean: ToldMean | undefined): Shown | null {
  if (mean === 'few') return { key: 'content.itemScores.few' };
  return mean === null || mean === undefined ? null : points(mean);
}

/** The reader's own sheet and nobody else's. */
export function ownSheetSections(
  { rubric, sheets }: EvaluationContext,
  personId: string | null,
  door: { readonly label: Words; readonly href: string } | undefined,
): readonly ContentSection[] {
  const sheet = personId === null ? undefined : sheets[personId];
  if (rubric === null || sheet === undefined) return [];
  return [
    {
      ...sheetSection('own-sheet', { key: 'content.sheet.own' }, rubric, sheet),
      ...(door ? { action: door } : {}),
    },
  ];
}

/** What the sheets come to, once scoring is closed: each total, how far they are apart, the mean of each dimension. */
export function panelSections(context: EvaluationContext): readonly ContentSection[] {
  const { rubric, panelScore } = context;
  if (rubric === null || panelScore === null) return [];
  const nameOf = (id: string): Words => ({
    text: context.assessors.find((a) => a.personId === id)?.name ?? '',
  });
  const vetoes = panelScore.vetoes.flatMap((id) => vetoWords(rubric, id) ?? []);
  return [
    {
      id: 'sheets',
      kind: 'table',
      title: { key: 'content.panel.sheets' },
      note: { key: 'content.panel.score', params: { score: scoreWritten(panelScore.score) } },
      head: [
        { label: { key: 'content.evaluation.assessor' } },
        { label: { key: 'content.panel.total' }, number: true },
        { label: { key: 'content.panel.counts' } },
      ],
      rows: panelScore.sheets.map((s) => ({
        id: s.assessorId,
        cells: [nameOf(s.assessorId), points(s.total), { key: `content.panel.${s.dropped ?? 'counted'}` }],
      })),
      empty: { key: 'content.none' },
    },
    {
      id: 'spread',
      kind: 'spread',
      title: { key: 'content.panel.spread' },
      note: {
        key: panelScore.spreadFlagged ? 'content.panel.spreadWide' : 'content.panel.spreadIs',
        params: { spread: scoreWritten(panelScore.spread) },
      },
      points: panelScore.sheets.map((s) => ({
        label: nameOf(s.assessorId),
        value: s.total,
        dropped: s.dropped !== null,
      })),
      mean: panelScore.score,
      max: rubric.max + (rubric.bonusUpTo ?? 0),
      ...(rubric.pass === undefined ? {} : { pass: rubric.pass }),
    },
    {
      id: 'dimensions',
      kind: 'table',
      title: { key: 'content.panel.dimensions' },
      head: [
        { label: { key: 'content.panel.dimension' } },
        { label: { key: 'content.panel.mean' }, number: true },
        { label: { key: 'content.sheet.max' }, number: true },
      ],
      rows: rubric.dimensions.map((d) => {
        const mean = panelScore.dimensions.find((s) => s.id === d.id)?.points ?? null;
        return {
          id: d.id,
          cells: [bare(d), mean === null ? null : points(mean), { number: d.weight }],
        };
      }),
      empty: { key: 'content.none' },
    },
    ...(context.disputed.length + vetoes.length === 0
      ? []
      : [
          {
            id: 'disputed',
            kind: 'checklist' as const,
            title: { key: 'content.panel.toSettle' },
            lines: [
              ...rubric.mustHaves
                .filter((m) => context.disputed.includes(m.id))
                .map((m) => ({
                  id: m.id,
                  ok: false,
                  text: bare(m),
                  note: { key: 'content.panel.disputed' },
                })),
              ...vetoes.map((v) => ({
                id: v.zh,
                ok: false,
                text: bare(v),
                note: { key: 'content.panel.vetoed' },
              })),
            ],
          },
        ]),
  ];
}
