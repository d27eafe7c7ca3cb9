import type { Field, SimpleField } from '#app/domain/forms/field.ts';
import { useTranslate } from '../ui/locale.tsx';
import { cellLabel, errorsAt, type FormError, idOf, inOneSentence, labelOf } from './field-words.ts';
import { type RawValues, rawLineCount, rawText } from './raw.ts';
import { SimpleInput } from './simple-input.tsx';

type RowsField = Extract<Field, { kind: 'rows' }>;

/** Empty lines that are offered under the filled ones; more come after saving. */
const BLANK_LINES = 2;

export interface RowsInputProps {
  readonly field: RowsField;
  readonly values: RawValues;
  readonly errors: readonly FormError[];
}

/** Repeated lines of the same few inputs, as a table. Blank lines are left out when the form is read. */
export function RowsInput({ field, values, errors }: RowsInputProps) {
  const t = useTranslate();
  const filled = rawLineCount(values, field.name);
  const count = field.whole ? field.max : Math.min(field.max, Math.max(filled + BLANK_LINES, field.min ?? 0));
  return (
    <table className="table table-cards lines">
      <caption className="sr-only">{labelOf(t, field)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t('forms.line')}</span>
          </th>
          {field.columns.map((column) => (
            <th key={column.name} scope="col">
              {labelOf(t, column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are numbered, that is their name
          <tr key={line}>
            <th scope="row" className="line-number">
              {line + 1}
            </th>
            {field.columns.map((column) => (
              <Cell
                key={column.name}
                rows={field}
                column={column}
                line={line}
                values={values}
                errors={errors}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly rows: RowsField;
  readonly column: SimpleField;
  readonly line: number;
  readonly values: RawValues;
  readonly errors: readonly FormError[];
}

function Cell({ rows, column, line, values, errors }: CellProps) {
  const t = useTranslate();
  const name = `${rows.name}.${line}.${column.name}`;
  const id = idOf(name);
  const label = cellLabel(t, line, column);
  const wrong = errorsAt(t, errors, name, label);
  const described = wrong.length > 0 ? `${id}-error` : undefined;
  return (
    <td data-label={labelOf(t, column)}>
      {column.kind === 'tick' ? (
        <label className="tick-target">
          <input
            type="checkbox"
            id={id}
            name={name}
            value="yes"
            defaultChecked={rawText(values, name) === 'yes'}
            aria-label={label}
            aria-describedby={described}
          />
        </label>
      ) : (
        <div>
          <SimpleInput
            field={column}
            id={id}
            name={name}
            value={rawText(values, name)}
            describedBy={described}
            invalid={wrong.length > 0}
            ariaLabel={label}
          />
          {wrong.length > 0 && (
            <p className="field-error small" id={described}>
              {inOneSentence(t, wrong)}
            </p>
          )}
        </div>
      )}
    </td>
  );
}
