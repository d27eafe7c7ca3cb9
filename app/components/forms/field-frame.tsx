import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { useTranslate } from '../ui/locale.tsx';

export interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly errors: readonly string[];
  readonly optional?: boolean | undefined;
  readonly children: ReactNode;
}

/** The ids that an input names in `aria-describedby`: its hint and its error. */
export function describedBy(id: string, hint: string | undefined, errors: readonly string[]) {
  const ids = [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint, error and input of one question, one under another. */
export function FieldFrame({ id, label, hint, errors, optional, children }: FrameProps) {
  return (
    <div className={errors.length > 0 ? 'field bad' : 'field'}>
      <label htmlFor={id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <HintAndErrors id={id} hint={hint} errors={errors} />
      {children}
    </div>
  );
}

/** The same for a question of several inputs: a group with a legend. */
export function GroupFrame({ id, label, hint, errors, optional, children }: FrameProps) {
  return (
    <fieldset
      className={errors.length > 0 ? 'field bad' : 'field'}
      aria-describedby={describedBy(id, hint, errors)}
    >
      <legend>
        {label}
        <OptionalMark optional={optional} />
      </legend>
      <HintAndErrors id={id} hint={hint} errors={errors} />
      {children}
    </fieldset>
  );
}

function OptionalMark({ optional }: { readonly optional: boolean | undefined }) {
  const t = useTranslate();
  return optional ? <span className="optional">{t('forms.optional')}</span> : null;
}

interface HintAndErrorsProps {
  readonly id: string;
  readonly hint: string | undefined;
  readonly errors: readonly string[];
}

/** The hint and the errors of a field, with the ids that `describedBy` names. */
export function HintAndErrors({ id, hint, errors }: HintAndErrorsProps) {
  const t = useTranslate();
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <div id={`${id}-error`}>
          {errors.map((error) => (
            <p className="field-error" key={error}>
              <Icon name="alert" />
              <span>
                <span className="sr-only">
                  {t('ui.colon', { label: t('forms.error.prefix'), value: '' })}
                </span>
                {error}
              </span>
            </p>
          ))}
        </div>
      )}
    </>
  );
}
