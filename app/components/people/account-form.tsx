import type { ReactNode } from 'react';
import type { Field } from '#app/domain/forms/field.ts';
import type { PasswordPolicy } from '#app/domain/people/security-settings.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { describedBy, FieldFrame } from '../forms/field-frame.tsx';
import { errorsAt, type FormError, idOf } from '../forms/field-words.ts';
import { FormErrors } from '../forms/form.tsx';
import { FormFields } from '../forms/form-fields.tsx';
import { KeptNotice, useKeptForm } from '../forms/kept-form.tsx';
import type { RawValues } from '../forms/raw.ts';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { useTranslate } from '../ui/locale.tsx';

/** A secret that is asked for: a new password, a known one, or a code of the second factor. It is never drawn again. */
export interface PasswordQuestion {
  readonly name: 'password' | 'current' | 'code';
  readonly kind: 'new' | 'known' | 'code' | 'firstCode';
  /** By which rules a new one is judged; `asvs` where nothing is said. */
  readonly policy?: PasswordPolicy;
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

const labels = {
  new: 'people.field.newPassword',
  known: 'people.field.password',
  code: 'people.field.code',
  firstCode: 'people.field.firstCode',
} as const;

/** The password that is asked for again beside a new one, or before a dangerous step, is told from it by its name. */
const labelOf = ({ kind, name }: PasswordQuestion) => ({
  key: name === 'current' ? 'people.field.currentPassword' : labels[kind],
});

function hintOf(t: Translate, question: PasswordQuestion): string | undefined {
  if (question.kind === 'known') return undefined;
  if (question.policy === 'mlps') return t('people.field.newPassword.mlps');
  return t.words({ key: `${labelOf(question).key}.hint` });
}

const autoComplete = {
  new: 'new-password',
  known: 'current-password',
  code: 'one-time-code',
  firstCode: 'one-time-code',
} as const;

function PasswordInput({
  question,
  errors,
}: {
  readonly question: PasswordQuestion;
  readonly errors: readonly FormError[];
}) {
  const t = useTranslate();
  const { kind, name } = question;
  const id = idOf(name);
  const label = t.words(labelOf(question));
  const hint = hintOf(t, question);
  const wrong = errorsAt(t, errors, name, label);
  const isCode = kind === 'code' || kind === 'firstCode';
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={wrong}>
      <input
        type={isCode ? 'text' : 'password'}
        id={id}
        name={name}
        className="input"
        autoComplete={autoComplete[kind]}
        autoCapitalize={isCode ? 'characters' : undefined}
        spellCheck={isCode ? false : undefined}
        inputMode={kind === 'firstCode' ? 'numeric' : undefined}
        aria-describedby={describedBy(id, hint, wrong)}
        aria-invalid={wrong.length > 0 || undefined}
        required
      />
    </FieldFrame>
  );
}
