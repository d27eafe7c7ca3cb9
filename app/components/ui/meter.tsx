import type { ReactNode } from 'react';
import { useTranslate } from './locale.tsx';
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

export interface ProgressBarProps {
  readonly label: ReactNode;
  /** From 0 to 1. */
  readonly ratio: number;
  readonly id: string;
}

/** How far a job has come; the page that shows it reloads itself. */
export function ProgressBar({ label, ratio, id }: ProgressBarProps) {
  const t = useTranslate();
  const percent = t.format.percent(share(ratio, 1));
  return (
    <div>
      <div className="card-head">
        <span id={`${id}-label`}>{label}</span>
        <span className="soft small num">{t('ui.progress', { percent })}</span>
      </div>
      <svg
        className="bar-track"
        role="progressbar"
        aria-labelledby={`${id}-label`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share(ratio, 1) * 100)}
      >
        <rect className="chart-track" width="100%" height="10" rx="5" />
        <rect className="fill-good" width={`${share(ratio, 1) * 100}%`} height="10" rx="5" />
      </svg>
    </div>
  );
}
