import { useTranslate } from '../ui/locale.tsx';
import { ChartFrame, type ChartText, cut, percent } from './chart-frame.tsx';

export interface SpreadRow {
  readonly label: string;
  /** One value per reviewer, in no order. */
  readonly values: readonly number[];
}

export interface SpreadDotsProps extends ChartText {
  readonly rows: readonly SpreadRow[];
  /** The end of the scale, which begins at 0. */
  readonly max: number;
  /** A line across all rows: the score to pass. */
  readonly pass?: { readonly value: number; readonly label: string };
}

const ROW = 56;
const HEAD = 24;

/** Room for half a dot at both ends of the scale. */
const at = (value: number, max: number) => percent(0.01 + (value / max) * 0.98);

/** The middle of values; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/** How far reviewers are apart, application by application: a dot each, a bar for the median. */
export function SpreadDots({ rows, max, pass, ...text }: SpreadDotsProps) {
  const t = useTranslate();
  const top = pass ? HEAD : 0;
  const figures = rows.map((row) => ({
    ...row,
    low: Math.min(...row.values),
    high: Math.max(...row.values),
    middle: median(row.values),
  }));
  const say = t.format.score;
  return (
    <ChartFrame
      {...text}
      height={rows.length * ROW + top}
      heads={[t('ui.chart.item'), t('ui.chart.lowest'), t('ui.chart.middle'), t('ui.chart.highest')]}
      rows={figures.map((row) =>
        row.values.length === 0
          ? [row.label, '', '', '']
          : [row.label, say(row.low), say(row.middle), say(row.high)],
      )}
    >
      {pass && (
        <>
          <line
            className="chart-pass"
            x1={at(pass.value, max)}
            x2={at(pass.value, max)}
            y1={HEAD}
            y2="100%"
          />
          <text className="chart-soft" x={at(pass.value, max)} y="14" textAnchor="middle">
            {pass.label}
          </text>
        </>
      )}
      {figures.map((row, index) => {
        const y = top + index * ROW;
        return (
          <g key={row.label}>
            <text x="0" y={y + 16}>
              {cut(row.label)}
            </text>
            <line className="chart-scale" x1="0" x2="100%" y1={y + 36} y2={y + 36} />
            {row.values.length > 0 && (
              <>
                <text x="100%" y={y + 16} textAnchor="end" className="num">
                  {say(row.middle)}
                </text>
                <line
                  className="chart-range"
                  x1={at(row.low, max)}
                  x2={at(row.high, max)}
                  y1={y + 36}
                  y2={y + 36}
                />
                <line
                  className="chart-mark"
                  x1={at(row.middle, max)}
                  x2={at(row.middle, max)}
                  y1={y + 26}
                  y2={y + 46}
                />
              </>
            )}
            {row.values.map((value, dot) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal scores are different dots
              <circle key={dot} className="chart-dot" cx={at(value, max)} cy={y + 36} r="5" />
            ))}
          </g>
        );
      })}
    </ChartFrame>
  );
}
