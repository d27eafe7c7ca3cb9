import type { ReactNode } from 'react';
import type { Option } from '#app/domain/forms/field.ts';
import { useTranslate } from '../ui/locale.tsx';

export interface OptionInputsProps {
  readonly type: 'radio' | 'checkbox';
  /** The first input takes it, so that the error summary can lead there; the others add a number. */
  readonly id: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly invalid: boolean;
  /** Short answers stand side by side. */
  readonly inline?: boolean;
}

/** Radios or boxes, each a target as large as a fingertip, hints under their words. */
export function OptionInputs({ type, id, name, options, chosen, invalid, inline }: OptionInputsProps) {
  const t = useTranslate();
  return (
    <div className={inline ? 'options options-inline' : 'options'}>
      {options.map((option, index) => (
        <OptionLabel
          key={option.value}
          htmlFor={index === 0 ? id : `${id}-${index}`}
          hint={option.hint && t.words(option.hint)}
          input={
            <input
              type={type}
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              aria-invalid={invalid || undefined}
            />
          }
        >
          {t.words(option.label)}
        </OptionLabel>
      ))}
    </div>
  );
}

interface OptionLabelProps {
  /** The id of the input. */
  readonly htmlFor: string;
  readonly input: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One box or radio with its words. */
export function OptionLabel({ htmlFor, input, hint, children }: OptionLabelProps) {
  return (
    <label className="option" htmlFor={htmlFor}>
      {input}
      <span>
        {children}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}

/** The two answers of a yes/no question, as options. */
export const yesNoOptions: readonly Option[] = [
  { value: 'yes', label: { key: 'ui.yes' } },
  { value: 'no', label: { key: 'ui.no' } },
];
