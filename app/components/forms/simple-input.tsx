import type { Option, SimpleField, TextFormat } from '#app/domain/forms/field.ts';
import { useTranslate } from '../ui/locale.tsx';

/** A field that is one box to type in or to choose from. */
export type BoxField = Exclude<SimpleField, { kind: 'tick' }>;

export interface SimpleInputProps {
  readonly field: BoxField;
  readonly id: string;
  readonly name: string;
  /** As typed; drawn again even if it is wrong. */
  readonly value: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  /** In a line of a table, where the label stands in the head. */
  readonly ariaLabel?: string;
}

/** The box itself. Lengths are not enforced here: what is too long is said, never cut. */
export function SimpleInput({ field, id, name, value, describedBy, invalid, ariaLabel }: SimpleInputProps) {
  const t = useTranslate();
  const inLine = ariaLabel !== undefined;
  const shared = {
    id,
    name,
    defaultValue: value,
    'aria-label': ariaLabel,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': field.optional || inLine ? undefined : true,
  } as const;
  switch (field.kind) {
    case 'text':
      return (
        <input
          {...shared}
          {...formatAttributes(field.format)}
          className={`input${field.max <= 40 && !inLine ? ' input-medium' : ''}`}
          data-max={field.max}
        />
      );
    case 'paragraph':
      return (
        <textarea
          {...shared}
          className="input"
          rows={inLine ? 2 : paragraphRows(field.max)}
          data-max={field.max}
        />
      );
    case 'integer':
      return <Figure {...shared} inputMode="numeric" unit={field.unit && t.words(field.unit)} />;
    case 'decimal':
      return <Figure {...shared} inputMode="decimal" unit={field.unit && t.words(field.unit)} />;
    case 'money':
      return <Figure {...shared} inputMode="decimal" unit={t('ui.yuan')} money />;
    case 'date':
      return (
        <input
          {...shared}
          className="input input-short num"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          data-date=""
          data-min={field.notBefore}
          data-max-date={field.notAfter}
        />
      );
    case 'choice':
      return <Select {...shared} options={field.options} />;
  }
}

const paragraphRows = (max: number) => (max <= 200 ? 3 : max <= 800 ? 6 : 10);

function formatAttributes(format: TextFormat | undefined) {
  switch (format) {
    case 'phone':
      return { type: 'tel', inputMode: 'tel', autoComplete: 'tel' } as const;
    case 'email':
      // not type=email: browsers rewrite what was typed in it
      return { type: 'text', inputMode: 'email', autoComplete: 'email', spellCheck: false } as const;
    case 'uscc':
      return { type: 'text', autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const;
    default:
      return { type: 'text' } as const;
  }
}

interface Shared {
  readonly id: string;
  readonly name: string;
  readonly defaultValue: string;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-required'?: boolean | undefined;
}

interface FigureProps extends Shared {
  readonly inputMode: 'numeric' | 'decimal';
  readonly unit?: string | undefined;
  readonly money?: boolean;
}

function Figure({ unit, money, ...input }: FigureProps) {
  const described = [input['aria-describedby'], unit && `${input.id}-unit`].filter(Boolean).join(' ');
  return (
    <span className="affix">
      <input
        {...input}
        aria-describedby={described || undefined}
        className="input input-short"
        type="text"
        autoComplete="off"
        data-money={money ? '' : undefined}
      />
      {unit && <span id={`${input.id}-unit`}>{unit}</span>}
    </span>
  );
}

function Select({ options, ...select }: Shared & { readonly options: readonly Option[] }) {
  const t = useTranslate();
  return (
    <select {...select} className="input">
      <option value="">{t('forms.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {t.words(option.label)}
        </option>
      ))}
    </select>
  );
}
