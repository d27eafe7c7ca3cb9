import type { ReactNode } from 'react';
import { useTranslate } from './locale.tsx';

export interface Fact {
  readonly label: ReactNode;
  /** Absent or empty is said to be "not filled in" in a summary list, and left out of facts. */
  readonly value?: ReactNode;
}

const isEmpty = (value: ReactNode) =>
  value === undefined || value === null || value === '' || value === false;

/** The few facts that identify a thing, side by side under its name. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl className="facts">
      {items
        .filter((item) => !isEmpty(item.value))
        .map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, never reordered
          <div key={index}>
            <dt>{item.label}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
    </dl>
  );
}

export interface SummaryItem extends Fact {
  /** A link such as "change", at the end of the line; say what is changed in `aria-label`. */
  readonly action?: ReactNode;
}

/** What was filled in, line by line, each with a way to change it. */
export function SummaryList({ items }: { readonly items: readonly SummaryItem[] }) {
  const t = useTranslate();
  return (
    <dl className="summary-list">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, never reordered
        <div key={index}>
          <dt>{item.label}</dt>
          <dd>{isEmpty(item.value) ? <span className="soft">{t('ui.notGiven')}</span> : item.value}</dd>
          {item.action !== undefined && <dd>{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
