import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';

export interface MeterProps {
  readonly label: ReactNode;
  /** How much of `max`, in the same unit. */
  readonly value: number;
  readonly max: number;
  /** The figures in words: "320 / 500 人次". */
  readonly text: ReactNode;
  readonly tone?: Tone;
  /** A mark on the scale, such as the time elapsed, 0 to 1. */
  readonly mark?: number;
}

const share = (value: number, max: number) => (max > 0 ? Math.min(1, Math.max(0, value / max)) : 0);

/** How far an amount has come. The words carry the figures; the bar is only for the eye. */
export function Meter({ label, value, max, text, tone = 'good', mark }: MeterProps) {
  return (
    <div>
      <div className="card-head">
        <span>{label}</span>
        <span className="soft small num">{text}</span>
      </div>
      <svg className="bar-track" aria-hidden="true" focusable="false">
        <rect className="chart-track" width="100%" height="10" rx="5" />
        <rect className={`fill-${tone}`} width={`${share(value, max) * 100}%`} height="10" rx="5" />
        {mark !== undefined && (
          <line
            className="chart-mark"
            x1={`${share(mark, 1) * 100}%`}
            x2={`${share(mark, 1) * 100}%`}
            y1="0"
            y2="10"
          />
        )}
      </svg>
    </div>
  );
}
