import type { Field } from '#app/domain/forms/field.ts';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { labelOf } from './field-words.ts';
import { type RawValues, rawText } from './raw.ts';

/** The words that somebody typed into a form that is closed by now: to be copied, since they cannot be sent. */
export function TypedBefore({ fields, raw }: { readonly fields: readonly Field[]; readonly raw: RawValues }) {
  const t = useTranslate();
  const typed = fields.filter(
    (field) => (field.kind === 'text' || field.kind === 'paragraph') && rawText(raw, field.name) !== '',
  );
  if (typed.length === 0) return null;
  return (
    <Card title={t('forms.kept.typed')} id="typed">
      <p className="soft">{t('forms.kept.typed.lead')}</p>
      <Facts
        items={typed.map((field) => ({
          label: labelOf(t, field),
          value: <span className="as-typed">{rawText(raw, field.name)}</span>,
        }))}
      />
    </Card>
  );
}
