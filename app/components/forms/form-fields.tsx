import type { Field } from '#app/domain/forms/field.ts';
import type { Words } from '#app/domain/words.ts';
import { useTranslate } from '../ui/locale.tsx';
import { OptionInputs, OptionLabel, yesNoOptions } from './choice-inputs.tsx';
import { describedBy, FieldFrame, GroupFrame, HintAndErrors } from './field-frame.tsx';
import { errorsAt, type FormError, hintOf, idOf, labelOf } from './field-words.ts';
import { FileInput } from './file-input.tsx';
import { type Documents, type RawValues, rawList, rawText } from './raw.ts';
import { RowsInput } from './rows-input.tsx';
import { SimpleInput } from './simple-input.tsx';

export interface FormFieldsProps {
  readonly fields: readonly Field[];
  /** As typed, by input name. */
  readonly values?: RawValues;
  readonly errors?: readonly FormError[];
  /** Already uploaded, by field name. */
  readonly documents?: Documents;
}

/** Draws every question of a form, under the headings of its groups. */
export function FormFields({ fields, values = {}, errors = [], documents = {} }: FormFieldsProps) {
  const t = useTranslate();
  return inGroups(fields).map(({ heading, members }) => (
    <div className="form-group" key={members[0]?.name}>
      {heading && <h2>{t.words(heading)}</h2>}
      {members.map((field) => (
        <FieldInput key={field.name} field={field} values={values} errors={errors} documents={documents} />
      ))}
    </div>
  ));
}

interface Group {
  readonly heading: Words | undefined;
  readonly members: Field[];
}

/** A field with a heading begins a group, which goes on to the next heading. */
function inGroups(fields: readonly Field[]): readonly Group[] {
  const groups: Group[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (field.group || last === undefined) groups.push({ heading: field.group, members: [field] });
    else last.members.push(field);
  }
  return groups;
}

/** More options than this are a list to open; fewer are all to be seen. */
const RADIOS_AT_MOST = 6;

type FieldInputProps = Required<Omit<FormFieldsProps, 'fields'>> & { readonly field: Field };

/** One question with its label, hint, error and inputs. */
export function FieldInput({ field, values, errors, documents }: FieldInputProps) {
  const t = useTranslate();
  const id = idOf(field.name);
  const label = labelOf(t, field);
  const hint = hintOf(t, field);
  const wrong = errorsAt(t, errors, field.name, label);
  const invalid = wrong.length > 0;
  const frame = { id, label, hint, errors: wrong, optional: field.optional };

  switch (field.kind) {
    case 'tick':
      return (
        <div className={invalid ? 'field bad' : 'field'}>
          <HintAndErrors id={id} hint={hint} errors={wrong} />
          <OptionLabel
            htmlFor={id}
            input={
              <input
                type="checkbox"
                id={id}
                name={field.name}
                value="yes"
                defaultChecked={rawText(values, field.name) === 'yes'}
                aria-describedby={describedBy(id, hint, wrong)}
                aria-invalid={invalid || undefined}
                aria-required={field.optional ? undefined : true}
              />
            }
          >
            {label}
          </OptionLabel>
        </div>
      );
    case 'yesNo':
    case 'choices':
      return (
        <GroupFrame {...frame}>
          <OptionInputs
            type={field.kind === 'yesNo' ? 'radio' : 'checkbox'}
            id={id}
            name={field.name}
            options={field.kind === 'yesNo' ? yesNoOptions : field.options}
            chosen={rawList(values, field.name)}
            invalid={invalid}
            inline={field.kind === 'yesNo'}
          />
        </GroupFrame>
      );
    case 'choice':
      if (field.options.length > RADIOS_AT_MOST) break;
      return (
        <GroupFrame {...frame}>
          <OptionInputs
            type="radio"
            id={id}
            name={field.name}
            options={field.options}
            chosen={rawList(values, field.name)}
            invalid={invalid}
          />
        </GroupFrame>
      );
    case 'files':
      return (
        <FieldFrame {...frame}>
          <FileInput
            id={id}
            name={field.name}
            max={field.max}
            documents={documents[field.name] ?? []}
            describedBy={describedBy(id, hint, wrong)}
            invalid={invalid}
          />
        </FieldFrame>
      );
    case 'rows':
      return (
        <GroupFrame {...frame}>
          <RowsInput field={field} values={values} errors={errors} />
        </GroupFrame>
      );
  }
  return (
    <FieldFrame {...frame}>
      <SimpleInput
        field={field}
        id={id}
        name={field.name}
        value={rawText(values, field.name)}
        describedBy={describedBy(id, hint, wrong)}
        invalid={invalid}
      />
    </FieldFrame>
  );
}
