import type { ReactNode } from 'react';
import type { Field } from '#app/domain/forms/field.ts';
import { describedBy, FieldFrame } from '../forms/field-frame.tsx';
import { errorsAt, type FormError, idOf } from '../forms/field-words.ts';
import { FormErrors } from '../forms/form.tsx';
import { FormFields } from '../forms/form-fields.tsx';
import { KeptNotice, useKeptForm } from '../forms/kept-form.tsx';
import type { RawValues } from '../forms/raw.ts';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { useTranslate } from '../ui/locale.tsx';

/** A password that is asked for: a new one, or one that is known. It is never drawn again. */
export interface PasswordQuestion {
  readonly name: 'password' | 'current';
  readonly kind: 'new' | 'known';
}

export interface AccountFormProps {
  readonly action: string;
  readonly fields: readonly Field[];
  readonly passwords?: readonly PasswordQuestion[];
  readonly values?: RawValues;
  readonly errors?: readonly FormError[];
  readonly hidden?: Readonly<Record<string, string>>;
  readonly submit: ReactNode;
  readonly look?: ButtonLook;
  readonly secondary?: ReactNode;
  readonly children?: ReactNode;
}

/** A form about an account: questions, then passwords, then the one button. */
export function AccountForm(props: AccountFormProps) {
  const {
    action,
    fields,
    passwords = [],
    errors = [],
    hidden = {},
    submit,
    look,
    secondary,
    children,
  } = props;
  const asText = passwords.map(
    (each): Field => ({ kind: 'text', name: each.name, label: labelOf(each), max: 128 }),
  );
  const left = useKeptForm(action, hidden);
  const kept = errors.length === 0 && fields.length > 0 ? left : null;
  const values = kept?.raw ?? props.values ?? {};
  const form = (
    <form className="form" method="post" action={action} noValidate data-guard="">
      <FormErrors fields={[...fields, ...asText]} errors={errors} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.length > 0 && <FormFields fields={fields} values={values} errors={errors} />}
      {passwords.map((each) => (
        <PasswordInput key={each.name} question={each} errors={errors} />
      ))}
      {children}
      <div className="submit-row">
        <Button look={look}>{submit}</Button>
        {secondary}
      </div>
    </form>
  );
  if (kept === null) return form;
  return (
    <>
      <KeptNotice kept={kept} hasFiles={false} />
      {form}
    </>
  );
}

const labelOf = (question: PasswordQuestion) => ({
  key: question.kind === 'new' ? 'people.field.newPassword' : 'people.field.password',
});

function PasswordInput({
  question,
  errors,
}: {
  readonly question: PasswordQuestion;
  readonly errors: readonly FormError[];
}) {
  const t = useTranslate();
  const id = idOf(question.name);
  const label = t.words(labelOf(question));
  const hint = question.kind === 'new' ? t('people.field.newPassword.hint') : undefined;
  const wrong = errorsAt(t, errors, question.name, label);
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={wrong}>
      <input
        type="password"
        id={id}
        name={question.name}
        className="input"
        autoComplete={question.kind === 'new' ? 'new-password' : 'current-password'}
        aria-describedby={describedBy(id, hint, wrong)}
        aria-invalid={wrong.length > 0 || undefined}
        required
      />
    </FieldFrame>
  );
}
