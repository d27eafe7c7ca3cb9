import { useTranslate } from '../ui/locale.tsx';
import { ChartFrame, type ChartText, cut, type Paint, percent } from './chart-frame.tsx';

export interface RankedItem {
  readonly label: string;
  readonly value: number;
  readonly href?: string;
}

export interface RankedBarsProps extends ChartText {
  /** In the order to be shown; sort them before. */
  readonly items: readonly RankedItem[];
  readonly paint?: Paint;
  readonly write?: (value: number) => string;
}

const ROW = 48;

/** Bars one under another, the name above each: communities by needs, services by persons served. */
export function RankedBars({ items, paint = '1', write, ...text }: RankedBarsProps) {
  const t = useTranslate();
  const say = write ?? t.format.number;
  const most = Math.max(1, ...items.map((item) => item.value));
  return (
    <ChartFrame
      {...text}
      height={items.length * ROW}
      heads={[t('ui.chart.item'), t('ui.chart.value')]}
      rows={items.map((item) => [item.label, say(item.value)])}
    >
      {items.map((item, index) => (
        <g key={item.label}>
          <text x="0" y={index * ROW + 16}>
            {cut(item.label)}
          </text>
          <text x="100%" y={index * ROW + 16} textAnchor="end" className="num">
            {say(item.value)}
          </text>
          <rect className="chart-track" y={index * ROW + 24} width="100%" height="10" rx="5" />
          <rect
            className={`fill-${paint}`}
            y={index * ROW + 24}
            width={percent(item.value / most)}
            height="10"
            rx="5"
          />
        </g>
      ))}
    </ChartFrame>
  );
}
