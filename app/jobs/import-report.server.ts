import type { Translate } from '#app/i18n/translate.ts';
import type { NamedColumn } from '#app/operations/register/choices.ts';
import type { ImportPlan, PlannedRow } from '#app/operations/register/plan.ts';

/**
 * One row as a line of JSON: the row of the sheet, its verdict, and for what is not good the field and the code of
 * what explains it, with the sentences of everything that was found.
 */
export function jsonLine(t: Translate, { row, verdict, findings }: PlannedRow): string {
  const [first] = findings;
  const message = first === undefined ? t(`register.verdict.${verdict}`) : sentences(t, findings);
  return JSON.stringify({
    row,
    verdict,
    ...(first ? { field: first.field, code: first.code } : {}),
    message,
  });
}

/** One row as a line to read: with its term when it goes on as incubated. */
export function plainLine(t: Translate, { row, verdict, findings, values, term }: PlannedRow): string {
  const said = [
    ...(term === null
      ? []
      : [
          t(term.proposed ? 'import.command.termProposed' : 'import.command.term', {
            from: term.joinedOn,
            to: term.endsOn,
          }),
        ]),
    ...(findings.length > 0 ? [sentences(t, findings)] : []),
  ].join(t('register.reason.join'));
  const params = {
    row,
    verdict: t(`register.verdict.${verdict}`),
    name: values.name || t('import.row.nameless'),
  };
  return said === ''
    ? t('import.command.line', params)
    : t('import.command.lineFindings', { ...params, findings: said });
}

const sentences = (t: Translate, findings: PlannedRow['findings']): string =>
  findings.map((finding) => t.refusal(finding)).join(t('register.reason.join'));

/** What the whole file comes to, a sentence a line. */
export function summaryLines(
  t: Translate,
  { reading, figures }: ImportPlan,
  months: number,
): readonly string[] {
  return [
    t('import.command.counts', reading.counts),
    ...(reading.unknownColumns.length > 0
      ? [t('import.command.unknown', { columns: t.format.list(reading.unknownColumns) })]
      : []),
    ...(figures.incubations > 0 ? [t('import.command.terms', { ...figures, months })] : []),
  ];
}

/** The columns of a file whose headings say too little, for `--map`. */
export const columnsLine = (t: Translate, columns: readonly NamedColumn[]): string =>
  t('import.command.columns', {
    columns: t.format.list(
      columns.map(({ index, label }) =>
        label === ''
          ? t('import.column.nameless', { number: index + 1 })
          : t('import.column.named', { number: index + 1, heading: label }),
      ),
    ),
  });
