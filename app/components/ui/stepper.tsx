import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

export type StepState = 'done' | 'now' | 'next' | 'skipped';

export interface Step {
  readonly name: ReactNode;
  readonly state: StepState;
  /** Who and when, or when it is expected: "11月17日 刘洋", "预计 12月1日". */
  readonly note?: ReactNode;
}

export interface StepperProps {
  /** What the steps are of, for screen readers. */
  readonly label: string;
  readonly steps: readonly Step[];
}

/** A life so far and to come: a line on wide screens, a list on a phone. */
export function Stepper({ label, steps }: StepperProps) {
  const t = useTranslate();
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity than their place
        <li key={index} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="step-dot" aria-hidden="true">
            {step.state === 'done' && <Icon name="check" />}
          </span>
          <span className="step-name">
            {step.name}
            <span className="sr-only"> {t(`ui.step.${step.state}`)}</span>
          </span>
          {step.note !== undefined && <span className="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
