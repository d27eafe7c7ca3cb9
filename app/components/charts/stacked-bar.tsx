import { useTranslate } from '../ui/locale.tsx';
import { ChartFrame, type ChartText, Legend, type Paint, paintOf, percent } from './chart-frame.tsx';

export interface Part {
  readonly label: string;
  readonly value: number;
  readonly paint?: Paint;
}

export interface StackedBarProps extends ChartText {
  readonly parts: readonly Part[];
  /** The whole that the bar's width stands for; the sum of the parts if left out. */
  readonly total?: number;
  /** Writes a value; plain numbers if left out. Give `t.format.money` for fen. */
  readonly write?: (value: number) => string;
}

/** One bar in parts: money approved, paid and left; organizations by state. */
export function StackedBar({ parts, total, write, ...text }: StackedBarProps) {
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
      height={24}
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
    </ChartFrame>
  );
}
