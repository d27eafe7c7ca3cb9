import { useTranslate } from '../ui/locale.tsx';
import { ChartFrame, type ChartText, Legend, type Paint, paintOf, percent } from './chart-frame.tsx';

/** A part narrower than this has no room for its figure; the legend has it. */
const NARROWEST = 0.05;

export interface Part {
  readonly label: string;
  readonly value: number;
  readonly paint?: Paint;
}

export interface StackedBarProps extends ChartText {
  readonly parts: readonly Part[];
  /** The whole that the bar's width stands for; the sum of the parts if left out. */
  readonly total?: number;
  /** Writes each value under its part, so that parts are told apart without colour; for short figures. */
  readonly figures?: boolean;
  /** Writes a value; plain numbers if left out. Give `t.format.money` for fen. */
  readonly write?: (value: number) => string;
}

/** One bar in parts: money approved, paid and left; organizations by state. */
export function StackedBar({ parts, total, write, figures = false, ...text }: StackedBarProps) {
  const t = useTranslate();
  const say = write ?? t.format.number;
  const sum = parts.reduce((whole, part) => whole + part.value, 0);
  const whole = Math.max(total ?? sum, sum, 1);
  let reached = 0;
  const drawn = parts.map((part, index) => {
    const start = reached;
    reached += part.value;
    return { ...part, paint: part.paint ?? paintOf(index), start };
  });
  return (
    <ChartFrame
      {...text}
      height={figures ? 46 : 24}
      heads={[t('ui.chart.item'), t('ui.chart.value'), t('ui.chart.share')]}
      rows={drawn.map((part) => [part.label, say(part.value), t.format.percent(part.value / whole)])}
      legend={
        <Legend items={drawn.map(({ label, value, paint }) => ({ label, value: say(value), paint }))} />
      }
    >
      <rect className="chart-track" width="100%" height="24" rx="4" />
      {drawn
        .filter((part) => part.value > 0)
        .map((part) => (
          <rect
            key={part.label}
            className={`fill-${part.paint} chart-part`}
            x={percent(part.start / whole)}
            width={percent(part.value / whole)}
            height="24"
          />
        ))}
      {figures &&
        drawn
          .filter((part) => part.value / whole >= NARROWEST)
          .map((part) => (
            <text
              key={part.label}
              className="chart-figure"
              x={percent((part.start + part.value / 2) / whole)}
              y="42"
              textAnchor="middle"
            >
              {say(part.value)}
            </text>
          ))}
    </ChartFrame>
  );
}
