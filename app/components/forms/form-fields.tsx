import type { Field } from '#app/domain/forms/field.ts';
import type { Words } from '#app/domain/words.ts';
import { useTranslate } from '../ui/locale.tsx';
import { OptionInputs, OptionLabel, yesNoOptions } from './choice-inputs.tsx';
import { describedBy, FieldFrame, GroupFrame, HintAndErrors } from './field-frame.tsx';
import { errorsAt, type FormError, hintOf, idOf, inOneSentence, labelOf, thingOf } from './field-words.ts';
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
  /** Questions about one thing stand side by side in a box, and the headings are listed on top. */
  readonly compact?: boolean;
  /** Files that came with a form that was refused are kept all the same. */
  readonly filesKept?: boolean;
}

/** Draws every question of a form, under the headings of its groups. */
export function FormFields({ fields, compact = false, ...given }: FormFieldsProps) {
  const { values = {}, errors = [], documents = {}, filesKept = false } = given;
  const t = useTranslate();
  const groups = inGroups(fields);
  const draw = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      values={values}
      errors={errors}
      documents={documents}
      filesKept={filesKept}
    />
  );
  return (
    <>
      {compact && <Headings groups={groups} />}
      {groups.map(({ heading, members }, index) => (
        <div className="form-group" key={members[0]?.name}>
          {heading && <h2 id={groupId(index)}>{t.words(heading)}</h2>}
          {compact
            ? inThings(members).map((thing) =>
                thing.length === 1 ? (
                  thing.map(draw)
                ) : (
                  <div className="form-thing" key={thing[0]?.name}>
                    {thing.map(draw)}
                  </div>
                ),
              )
            : members.map(draw)}
        </div>
      ))}
    </>
  );
}

const groupId = (index: number) => `group-${index + 1}`;

/** From so many headings on a long form lists them, so that nobody has to scroll for one. */
const LISTED_FROM = 3;

function Headings({ groups }: { readonly groups: readonly Group[] }) {
  const t = useTranslate();
  const headed = groups.flatMap(({ heading }, index) => (heading ? [{ heading, index }] : []));
  if (headed.length < LISTED_FROM) return null;
  return (
    <nav className="form-headings" aria-label={t('content.sheet.headings')}>
      <ol>
        {headed.map(({ heading, index }) => (
          <li key={groupId(index)}>
            <a href={`#${groupId(index)}`}>{t.words(heading)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Neighbours about one thing, together. */
function inThings(fields: readonly Field[]): readonly (readonly Field[])[] {
  const things: Field[][] = [];
  let before = '';
  for (const field of fields) {
    const thing = thingOf(field.name);
    const last = things.at(-1);
    if (last !== undefined && thing === before && field.name.split('.').length > 2) last.push(field);
    else things.push([field]);
    before = thing;
  }
  return things;
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

type FieldInputProps = Required<Omit<FormFieldsProps, 'fields' | 'compact'>> & { readonly field: Field };

/** One question with its label, hint, error and inputs. */
export function FieldInput({ field, values, errors, documents, filesKept }: FieldInputProps) {
  const t = useTranslate();
  const id = idOf(field.name);
  const label = labelOf(t, field);
  // A browser does not send files twice by itself: whoever chose some is told to choose them again.
  const lost = field.kind === 'files' && errors.length > 0 && !filesKept;
  const hint = inOneSentence(t, [hintOf(t, field), lost ? t('forms.files.again') : undefined]);
  const wrong = errorsAt(t, errors, field.name, label);
  const invalid = wrong.length > 0;
  const frame = { id, label, hint, errors: wrong, optional: field.optional && !field.unmarked };

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
            endings={field.endings}
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
