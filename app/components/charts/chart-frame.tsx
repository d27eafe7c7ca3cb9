import type { ReactNode } from 'react';
import { Fold } from '../ui/fold.tsx';
import { useTranslate } from '../ui/locale.tsx';
import type { Tone } from '../ui/tone.ts';

/** A colour of a chart: a meaning where there is one, else one of five that are told apart by anyone. */
export type Paint = Tone | '1' | '2' | '3' | '4' | '5';

/** The colours in the order in which series take them. */
export const paintOf = (index: number): Paint => (['1', '2', '3', '4', '5'] as const)[index % 5] ?? '5';

export interface ChartText {
  /** Unique on the page. */
  readonly id: string;
  /** What the picture shows. */
  readonly title: string;
  /** What is to be seen in it, in one sentence, for those who cannot. */
  readonly description: string;
}

export interface ChartFrameProps extends ChartText {
  /** Heads of the table behind "view as table". */
  readonly heads: readonly string[];
  /** The same figures as text; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
  readonly legend?: ReactNode;
  readonly height: number;
  readonly children: ReactNode;
}

/**
 * A picture with its title, its description and its figures as a table. Widths inside are in percent and
 * heights in pixels, so the words in it keep their size on a phone.
 */
export function ChartFrame(props: ChartFrameProps) {
  const { id, title, description, heads, rows, legend, height, children } = props;
  const t = useTranslate();
  return (
    <div className="chart">
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height={height}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {children}
      </svg>
      {legend}
      <Fold summary={t('ui.chart.table')}>
        <table className="table">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index > 0 ? 'is-number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity than their column
                  <td key={index} className="is-number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Fold>
    </div>
  );
}

export interface LegendItem {
  readonly label: string;
  readonly value?: string;
  readonly paint: Paint;
}

/** What the colours mean, in words and figures. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="legend">
      {items.map((item) => (
        <li key={item.label}>
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <rect className={`fill-${item.paint}`} width="12" height="12" rx="3" />
          </svg>
          {item.label}
          {item.value !== undefined && <b>{item.value}</b>}
        </li>
      ))}
    </ul>
  );
}

/** A share of the width as SVG writes it, never outside of it. */
export const percent = (ratio: number): string =>
  `${Math.round(Math.min(1, Math.max(0, ratio)) * 10_000) / 100}%`;

/** Names wider than this many Chinese characters are cut in the picture; the table has them whole. */
const NAME_WIDTH = 17;

/** A name short enough to stand beside its figure on a phone. Letters are about half as wide as characters. */
export function cut(name: string, widest = NAME_WIDTH): string {
  let width = 0;
  let kept = '';
  for (const character of name) {
    width += character > '\u2e7f' ? 1 : 0.55;
    if (width > widest) return `${kept}…`;
    kept += character;
  }
  return name;
}
