import { useTranslate } from '../ui/locale.tsx';
import { ChartFrame, type ChartText, cut, percent } from './chart-frame.tsx';

export interface FunnelStage {
  readonly label: string;
  readonly value: number;
}

export interface FunnelProps extends ChartText {
  /** From the first stage to the last. */
  readonly stages: readonly FunnelStage[];
}

const ROW = 44;

/** How many come through each stage of a life: submitted, admitted, incubated, graduated. */
export function Funnel({ stages, ...text }: FunnelProps) {
  const t = useTranslate();
  const most = Math.max(1, ...stages.map((stage) => stage.value));
  const first = stages[0]?.value || 1;
  return (
    <ChartFrame
      {...text}
      height={stages.length * ROW - 8}
      heads={[t('ui.chart.item'), t('ui.chart.value'), t('ui.chart.share')]}
      rows={stages.map((stage) => [
        stage.label,
        t.format.number(stage.value),
        t.format.percent(stage.value / first),
      ])}
    >
      {stages.map((stage, index) => {
        const width = (stage.value / most) * 0.56;
        const y = index * ROW;
        return (
          <g key={stage.label}>
            <text x="0" y={y + 23}>
              {cut(stage.label, 6.5)}
            </text>
            <rect className="chart-track" x="30%" y={y} width="56%" height="36" rx="4" />
            <rect
              className="fill-1"
              x={percent(0.3 + (0.56 - width) / 2)}
              y={y}
              width={percent(width)}
              height="36"
              rx="4"
            />
            <text x="100%" y={y + 23} textAnchor="end" className="num">
              {t.format.number(stage.value)}
            </text>
          </g>
        );
      })}
    </ChartFrame>
  );
}
