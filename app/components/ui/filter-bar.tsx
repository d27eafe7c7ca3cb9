import type { ReactNode } from 'react';
import { useTranslate } from './locale.tsx';

export type Filter = {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
} & (
  | { readonly kind: 'search' }
  | {
      readonly kind: 'select';
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: 'date' }
);

export interface FilterBarProps {
  /** The address of the list; the filter goes into its query. */
  readonly action: string;
  readonly filters: readonly Filter[];
  /** Parameters to carry along, such as the sort order. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Export, saved filters: links that stand beside the button. */
  readonly children?: ReactNode;
}

/** Filters above a table: a plain GET form, so a filtered list has an address. */
export function FilterBar({ action, filters, keep = {}, children }: FilterBarProps) {
  const t = useTranslate();
  const active = filters.some((filter) => filter.value);
  return (
    <search>
      <form
        className="filters"
        method="get"
        action={action}
        data-autosubmit=""
        aria-label={t('ui.filter.title')}
      >
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {filters.map((filter) => (
          <div className="field" key={filter.name}>
            <label htmlFor={`filter-${filter.name}`}>{filter.label}</label>
            <FilterInput filter={filter} all={t('ui.all')} />
          </div>
        ))}
        <div className="actions">
          <button type="submit" className="button button-quiet">
            {t('ui.filter.apply')}
          </button>
          {active && <a href={action}>{t('ui.filter.reset')}</a>}
          {children}
        </div>
      </form>
    </search>
  );
}

function FilterInput({ filter, all }: { readonly filter: Filter; readonly all: string }) {
  const shared = { id: `filter-${filter.name}`, name: filter.name, defaultValue: filter.value ?? '' };
  if (filter.kind === 'select') {
    return (
      <select className="input" {...shared}>
        <option value="">{all}</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return <input className="input" type={filter.kind} {...shared} />;
}
