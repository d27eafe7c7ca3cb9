import type { ReactNode } from 'react';

export interface RowItem {
  readonly id: string;
  /** Usually a `DueBadge`. Leave it out of all rows, or of none. */
  readonly due?: ReactNode;
  /** What is to be done, and to what: the first words in `<b>`. */
  readonly title: ReactNode;
  /** Why, and how far it has come. */
  readonly note?: ReactNode;
  /** One button or link. */
  readonly action?: ReactNode;
}

/** Things that wait, most urgent first: the rows of the desk. */
export function RowList({ items }: { readonly items: readonly RowItem[] }) {
  const withDue = items.some((item) => item.due !== undefined);
  return (
    <ul className={withDue ? 'rows' : 'rows rows-plain'}>
      {items.map((item) => (
        <li key={item.id}>
          {item.due}
          <div>
            <p className="row-title">{item.title}</p>
            {item.note !== undefined && <p className="row-note">{item.note}</p>}
          </div>
          {item.action}
        </li>
      ))}
    </ul>
  );
}
