import type { ReactNode } from 'react';
import type { DocumentRef, Field, Option, SimpleField, Value, Values } from '#app/domain/forms/field.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { DataTable } from '../ui/data-table.tsx';
import { SummaryList } from '../ui/facts.tsx';
import { FileLink } from '../ui/file-link.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { labelOf } from './field-words.ts';
import { documentsOfValues, type Line, rowsOf } from './raw.ts';

export interface ReadValuesProps {
  readonly fields: readonly Field[];
  /** After the check: money in fen, dates ISO. */
  readonly values: Values;
  /** Where a document can be downloaded; without it the names stand as text. */
  readonly documentHref?: (document: DocumentRef) => string;
  /** A "change" link for a field. */
  readonly change?: (field: Field) => ReactNode;
}

/** What was filled in, to read. */
export function ReadValues({ fields, values, documentHref, change }: ReadValuesProps) {
  const t = useTranslate();
  return (
    <SummaryList
      items={fields.map((field) => ({
        label: labelOf(t, field),
        value: read(t, field, values, documentHref),
        ...(change && { action: change(field) }),
      }))}
    />
  );
}

function read(
  t: Translate,
  field: Field,
  values: Values,
  documentHref: ReadValuesProps['documentHref'],
): ReactNode {
  const value = values[field.name];
  if (value === undefined || value === null) return undefined;
  switch (field.kind) {
    case 'files':
      return <Files documents={documentsOfValues([field], values)[field.name] ?? []} href={documentHref} />;
    case 'rows':
      return <Lines caption={labelOf(t, field)} columns={field.columns} lines={rowsOf(value)} />;
    case 'choices':
      // the names have an "and" of their own, so that one more between them would mislead
      return chosenOf(value)
        .map((item) => nameOf(t, field.options, item))
        .join(' · ');
    case 'yesNo':
      return t(value === true ? 'ui.yes' : 'ui.no');
    default:
      return readSimple(t, field, value);
  }
}

function readSimple(t: Translate, field: SimpleField, value: Value): string {
  if (field.kind === 'tick') return t(value === true ? 'ui.yes' : 'ui.no');
  if (typeof value === 'number') {
    if (field.kind === 'money') return t.format.money(value);
    const unit = 'unit' in field && field.unit ? ` ${t.words(field.unit)}` : '';
    return `${t.format.number(value)}${unit}`;
  }
  if (typeof value !== 'string') return '';
  if (field.kind === 'date') return t.format.date(value);
  return field.kind === 'choice' ? nameOf(t, field.options, value) : value;
}

const chosenOf = (value: Value): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** An option that is no longer offered is said by its code, so that an old answer stays readable. */
function nameOf(t: Translate, options: readonly Option[], value: string): string {
  const option = options.find((candidate) => candidate.value === value);
  return option ? t.words(option.label) : value;
}

interface FilesProps {
  readonly documents: readonly DocumentRef[];
  readonly href: ReadValuesProps['documentHref'];
}

function Files({ documents, href }: FilesProps) {
  if (documents.length === 0) return null;
  return (
    <ul>
      {documents.map((document) => (
        <li key={document.id}>
          {href ? (
            <FileLink href={href(document)} name={document.name} size={document.size} />
          ) : (
            document.name
          )}
        </li>
      ))}
    </ul>
  );
}

interface LinesProps {
  readonly caption: string;
  readonly columns: readonly SimpleField[];
  readonly lines: readonly Line[];
}

function Lines({ caption, columns, lines }: LinesProps) {
  const t = useTranslate();
  const numbered = lines.map((line, index) => ({ line, key: String(index) }));
  return (
    <DataTable<{ line: Line; key: string }>
      caption={caption}
      captionHidden
      rows={numbered}
      rowKey={(row) => row.key}
      columns={columns.map((column) => ({
        key: column.name,
        head: labelOf(t, column),
        number: column.kind === 'money' || column.kind === 'integer' || column.kind === 'decimal',
        cell: ({ line }) => {
          const value = line[column.name];
          return value === undefined || value === null ? null : readSimple(t, column, value);
        },
      }))}
    />
  );
}
