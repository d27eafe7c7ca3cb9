import type { ReactNode } from 'react';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { wrongsOf } from './field-words.ts';
import { FormFields, type FormFieldsProps } from './form-fields.tsx';
import { KeptNotice, useKeptForm } from './kept-form.tsx';

export interface FormProps extends FormFieldsProps {
  /** Where it is sent; always by POST. Lists are filtered with `FilterBar`. */
  readonly action: string;
  /** New for each rendering; sent as `key`, so that sending twice does things once. */
  readonly idempotencyKey: string;
  /** The version of the record that the reader saw; sent as `version`. */
  readonly version?: number;
  /** More hidden inputs. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** The words on the one button that does it. */
  readonly submit: ReactNode;
  readonly submitLook?: ButtonLook;
  /** Another address for that button, where the form's own is that of a button before it. */
  readonly submitTo?: string | undefined;
  /** Buttons before it: the first of them is what the Enter key presses, so that nothing is done for good by it. */
  readonly before?: ReactNode;
  /** Quiet buttons and links beside it: save the draft, back. */
  readonly secondary?: ReactNode;
  /** The address that takes drafts in the background; the form then saves itself. */
  readonly autosave?: string;
  /** When the draft was last saved, in words. */
  readonly savedNote?: string;
  readonly id?: string;
  /** Wide enough for lines with many columns. */
  readonly wide?: boolean;
  /** For sheets of many questions: drawn close, with links to its headings. */
  readonly compact?: boolean;
  /** Every question may stay open, but not all of them. */
  readonly leastOne?: boolean;
  /** Drawn between the questions and the buttons: what will happen, and to whom. */
  readonly children?: ReactNode;
}

/** A whole form: what is wrong on top, the questions, and one way to send it. */
export function Form(props: FormProps) {
  const { action, fields, errors = [], documents, idempotencyKey, version, hidden = {} } = props;
  const {
    submit,
    submitLook,
    submitTo,
    before,
    secondary,
    autosave,
    savedNote,
    id,
    wide,
    compact = false,
    children,
  } = props;
  const rule = ruleOf(fields, props.leastOne ?? false);
  const t = useTranslate();
  const hasFiles = fields.some((field) => field.kind === 'files');
  const left = useKeptForm(action, hidden);
  const kept = errors.length === 0 && fields.length > 0 ? left : null;
  const values = kept?.raw ?? props.values;
  const form = (
    <form
      id={id}
      className={['form', wide && 'form-wide', compact && 'form-compact'].filter(Boolean).join(' ')}
      method="post"
      action={action}
      encType={hasFiles ? 'multipart/form-data' : undefined}
      noValidate
      data-guard=""
      data-autosave={autosave}
    >
      <FormErrors fields={fields} errors={errors} />
      <input type="hidden" name="key" value={idempotencyKey} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {rule && <p className="soft small">{t(rule)}</p>}
      {fields.length > 0 && (
        <FormFields
          fields={fields}
          values={values}
          errors={errors}
          documents={documents}
          compact={compact}
          filesKept={props.filesKept ?? false}
        />
      )}
      {children}
      <div className="submit-row">
        {before}
        <Button look={submitLook} formAction={submitTo}>
          {submit}
        </Button>
        {secondary}
        {(autosave || savedNote) && (
          <span className="saved-note" role="status" data-saved-note="">
            {savedNote}
          </span>
        )}
      </div>
    </form>
  );
  if (kept === null) return form;
  return (
    <>
      <KeptNotice kept={kept} hasFiles={hasFiles} />
      {form}
    </>
  );
}

/** What is to be filled in, where the marks at the single questions do not say it all. */
function ruleOf(fields: FormProps['fields'], leastOne: boolean) {
  if (fields.length < 2) return null;
  if (leastOne) return 'forms.leastOne';
  const some = fields.some((field) => field.optional) && !fields.every((field) => field.optional);
  return some ? 'forms.allRequired' : null;
}

/** The error summary of a form, each line a link to its field; nothing when nothing is wrong. */
export function FormErrors({
  fields,
  errors,
}: Pick<FormProps, 'fields'> & Required<Pick<FormProps, 'errors'>>) {
  const t = useTranslate();
  if (errors.length === 0) return null;
  const wrongs = wrongsOf(t, fields, errors);
  const count = wrongs.filter((wrong) => wrong.target).length;
  const title = count > 0 ? t('forms.errors.title', { count }) : t('forms.errors.notDone');
  return <ErrorSummary title={title} items={wrongs} />;
}
