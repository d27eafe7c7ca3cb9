import type { Refusal } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/register/index.ts';
import type { OpenedUpload } from './open-upload.server.ts';
import type { PlannedRow, PlannedTerm } from './plan.ts';

/** What of a row is shown before it comes in: nothing of the people in it. */
export interface PreviewRow {
  readonly row: number;
  readonly verdict: Verdict;
  readonly name: string;
  /** The code, or the number on record. */
  readonly code: string | null;
  readonly term: PlannedTerm | null;
  readonly findings: readonly Refusal[];
}

export const shownRows = ['problems', 'all'] as const;
export type ShownRows = (typeof shownRows)[number];

/** Rows on a page. */
export const ROWS_A_PAGE = 50;

/** An uploaded register as it is shown: the figures, the choices, and one page of its rows. */
export function previewOf(
  upload: OpenedUpload,
  asked: { readonly show: ShownRows | ''; readonly page: number },
) {
  const { plan } = upload;
  const problems = plan?.rows.filter((row) => row.verdict !== 'good') ?? [];
  const show: ShownRows = asked.show === '' ? (problems.length > 0 ? 'problems' : 'all') : asked.show;
  const rows = show === 'problems' ? problems : (plan?.rows ?? []);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  return {
    runId: upload.runId,
    fileName: upload.fileName,
    fields: upload.fields,
    typed: upload.typed,
    refusals: upload.refusals,
    termMonths: upload.termMonths,
    found: plan && {
      sheet: upload.grid.form === 'xlsx' ? plan.reading.sheet : null,
      counts: plan.reading.counts,
      incoming: plan.incoming.length,
      figures: plan.figures,
      skipped: skippedBy(plan.reading.skipped),
      unknownColumns: plan.reading.unknownColumns,
      show,
      problems: problems.length,
      all: plan.rows.length,
      page,
      pages,
      rows: rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE).map(shown),
    },
  };
}

export type ImportPreview = ReturnType<typeof previewOf>;

const shown = ({ row, verdict, values, term, findings }: PlannedRow): PreviewRow => ({
  row,
  verdict,
  name: values.name,
  code: values.uscc ?? values.recordNo,
  term,
  findings: findings.map(({ code, params }) => (params ? { code, params } : { code })),
});

function skippedBy(skipped: readonly { readonly why: string }[]): readonly { why: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { why } of skipped) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, count]) => ({ why, count }));
}
