import type { Field, Values } from '../forms/field.ts';
import { documentsOf, numberOf, rowsOf, textOf } from '../forms/values.ts';
import type { ProgressReportContext } from '../lifecycles/progress-report/facts.ts';
import { own, reportFields } from '../lifecycles/progress-report/form.ts';
import type { Period } from '../lifecycles/progress-report/periods.ts';
import { fact, facts, heading, list, paragraph, said, signatures, typed, typedUnder } from './blocks.ts';
import { type LetterBuilder, type LetterCase, lastOf } from './case.ts';
import type { LetterBlock, LetterText } from './letter.ts';

type Case = LetterCase<ProgressReportContext>;
type Block = LetterBlock<LetterText>;

const periodWords = ({ kind, key }: Period): LetterText => ({
  key: `content.period.${kind}`,
  params: { year: key.slice(0, 4), number: Number(key.slice(5).replace(/\D/g, '')) },
});

/** 进展报告 as it was accepted: its figures with the sums since the beginning, its words, its indicators, its evidence. */
export const acceptedReport: LetterBuilder<ProgressReportContext> = (of) => {
  const { line, after, dayOf } = of;
  const { period } = after;
  const version = after.versions.at(-1);
  const values: Values = version?.values ?? {};
  const sent = lastOf(of, 'submit', 'submit_late', 'resubmit');
  return {
    title: said(after.amendment === undefined ? 'progress.title' : 'progress.amended', {
      period: periodWords(period),
    }),
    toEveryone: true,
    blocks: [
      facts(
        fact('organization', typed(of.facts.organization.name)),
        fact('program', of.facts.program === null ? null : typed(of.facts.program)),
        fact('period', said('fromTo', { from: { date: period.from }, to: { date: period.to } })),
        fact('due', { date: after.dueOn }),
        fact('receivedAt', sent === undefined ? null : { instant: sent.at }),
        fact('daysLate', after.daysLate === 0 ? null : said('days', { days: after.daysLate })),
        fact('version', version === undefined ? null : said('version', { number: version.number })),
        fact('hash', version === undefined ? null : typed(version.hash)),
      ),
      ...amended(of),
      heading('progress.figures'),
      figureTable(of, values),
      ...reportFields
        .filter((f) => f.kind === 'paragraph')
        .flatMap((f): readonly Block[] => {
          const text = textOf(values, f.name);
          return text.trim() === '' ? [] : [{ kind: 'heading', text: labelOf(f) }, paragraph(typed(text))];
        }),
      ...indicators(values),
      ...evidence(values),
      signatures(
        {
          label: said('sign.organization'),
          name: sent === undefined ? null : typed(sent.by.name),
          on: sent === undefined ? null : { date: dayOf(sent.at) },
        },
        { label: said('sign.accepted'), name: typed(line.by.name), on: { date: dayOf(line.at) } },
      ),
    ],
    unsigned: true,
  };
};

/** What an amendment report mends, and why. */
const amended = ({ after: { amendment } }: Case): readonly Block[] =>
  amendment === undefined
    ? []
    : [
        ...typedUnder('progress.amendedFor', amendment.reason),
        heading('progress.amendedFields'),
        list(reportFields.filter((f) => amendment.fields.includes(f.name)).map(labelOf)),
      ];

const labelOf = (field: Field): LetterText => field.label ?? own(field.name);

/** What is measured; expenses are money. */
const measured = reportFields.filter(
  (f) => f.kind === 'integer' || f.kind === 'decimal' || f.kind === 'money',
);

const amount = (field: Field, value: number | null | undefined): LetterText | null =>
  value === null || value === undefined ? null : field.kind === 'money' ? { fen: value } : { number: value };

function figureTable({ after }: Case, values: Values): Block {
  const sums: Readonly<Record<string, number>> = after.cumulative === null ? {} : { ...after.cumulative };
  return {
    kind: 'table',
    head: [
      { label: said('column.figure'), share: 4 },
      { label: said('column.period'), number: true, share: 2 },
      { label: said('column.cumulative'), number: true, share: 2 },
    ],
    rows: measured
      .map((f) => [labelOf(f), amount(f, numberOf(values, f.name)), amount(f, sums[f.name])])
      .filter(([, now, sum]) => now !== null || sum !== null),
  };
}

function indicators(values: Values): readonly Block[] {
  const rows = rowsOf(values, 'indicators');
  if (rows.length === 0) return [];
  const cell = (value: unknown): LetterText | null =>
    typeof value === 'number'
      ? { number: value }
      : typeof value === 'string' && value !== ''
        ? typed(value)
        : null;
  return [
    { kind: 'heading', text: own('indicators') },
    {
      kind: 'table',
      head: [
        { label: own('indicator'), share: 4 },
        { label: own('plan'), number: true, share: 2 },
        { label: own('actual'), number: true, share: 2 },
        { label: own('explanation'), share: 4 },
      ],
      rows: rows.map((row) => [cell(row.indicator), cell(row.plan), cell(row.actual), cell(row.explanation)]),
    },
  ];
}

function evidence(values: Values): readonly Block[] {
  const documents = [...documentsOf(values, 'ledgerExtract'), ...documentsOf(values, 'evidence')];
  return documents.length === 0
    ? []
    : [heading('progress.evidence'), list(documents.map((d) => typed(d.name)))];
}
