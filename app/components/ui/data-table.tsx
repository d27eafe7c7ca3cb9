import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right in tabular numerals. */
  readonly number?: boolean;
  /** Names the row: the head of its line, and the title of its card on a phone. */
  readonly main?: boolean;
  /** Makes the head a link that sorts by this column. */
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' };
  /** A sum under the column. */
  readonly total?: ReactNode;
}

export interface DataTableProps<Row> {
  /** What the table shows; read by everyone unless `captionHidden`. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Marks single rows: `row-strong` heads the rows below it. */
  readonly rowClass?: (row: Row) => string | undefined;
  /** A box to tick before each row, sent as `name` with the row's key to the form with that id. */
  readonly select?: { readonly name: string; readonly form: string; readonly label: (row: Row) => string };
  /** Keeps the shape of a table on a phone and scrolls sideways: for true matrices only. */
  readonly matrix?: boolean;
}

/** Rows and columns; on a phone each row is a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, rowClass, select, matrix = false } = props;
  const t = useTranslate();
  const hasTotals = columns.some((column) => column.total !== undefined);
  const table = (
    <table className={matrix ? 'table' : 'table table-cards'}>
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {select && (
            <th scope="col">
              <span className="sr-only">{t('ui.table.select')}</span>
            </th>
          )}
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={rowClass?.(row)}>
            {select && (
              <td className="tick-cell">
                <label className="tick-target">
                  <input
                    type="checkbox"
                    name={select.name}
                    value={rowKey(row)}
                    form={select.form}
                    aria-label={t('ui.table.selectRow', { row: select.label(row) })}
                  />
                </label>
              </td>
            )}
            {columns.map((column) => {
              const cell = column.cell(row);
              return column.main ? (
                <th key={column.key} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column.key} data-label={column.head} className={classOf(column.number, cell)}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {hasTotals && (
        <tfoot>
          <tr>
            {select && <td />}
            {columns.map((column) => (
              <td
                key={column.key}
                data-label={column.main ? undefined : column.head}
                className={column.number ? 'is-number' : undefined}
              >
                {column.total}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  // a scrolling region must be reachable by keyboard
  return (
    <section
      className="table-scroll"
      aria-label={t('ui.table.region', { caption })}
      tabIndex={matrix ? 0 : undefined}
    >
      {table}
    </section>
  );
}

function Head<Row>({ column }: { readonly column: Column<Row> }) {
  const { head, number, sort } = column;
  return (
    <th scope="col" className={number ? 'is-number' : undefined} aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href}>
          {head}
          {sort.direction && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} />}
        </a>
      ) : (
        head
      )}
    </th>
  );
}

function classOf(isNumber: boolean | undefined, cell: ReactNode): string | undefined {
  const isEmpty = cell === '–';
  if (isNumber) return isEmpty ? 'is-number is-empty' : 'is-number';
  return isEmpty ? 'is-empty' : undefined;
}
