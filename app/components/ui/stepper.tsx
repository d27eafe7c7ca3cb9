import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

export type StepState = 'done' | 'now' | 'next' | 'skipped';

export interface Step {
  readonly name: ReactNode;
  readonly state: StepState;
  /** Of the step where it stands: nothing comes after it any more, whether it came to a good end or just to one. */
  readonly over?: 'done' | 'ended';
  /** Who and when, or when it is expected: "11月17日 刘洋", "预计 12月1日". */
  readonly note?: ReactNode;
}

export interface StepperProps {
  /** What the steps are of, for screen readers. */
  readonly label: string;
  readonly steps: readonly Step[];
}

const lookOf = ({ state, over }: Step): string => (over === 'done' ? 'done over' : state);

/** A life so far and to come: a line on wide screens, a list on a phone. */
export function Stepper({ label, steps }: StepperProps) {
  const t = useTranslate();
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity than their place
        <li key={index} className={lookOf(step)} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="step-dot" aria-hidden="true">
            {(step.state === 'done' || step.over === 'done') && <Icon name="check" />}
          </span>
          <span className="step-name">
            {step.name}
            <span className="sr-only"> {t(`ui.step.${step.over ?? step.state}`)}</span>
          </span>
          {step.note !== undefined && <span className="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
