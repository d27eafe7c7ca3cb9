import type { Field } from '#app/domain/forms/field.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormError } from '../forms/field-words.ts';
import type { RawValues } from '../forms/raw.ts';
import { useTranslate } from '../ui/locale.tsx';
import { BeginPage } from './begin-page.tsx';

/** The one question of the form. */
export const specialEvaluationFields: readonly Field[] = [
  {
    kind: 'paragraph',
    name: 'reason',
    label: { key: 'content.special.reason' },
    hint: { key: 'content.special.reasonHint' },
    min: 2,
    max: 1000,
  },
];

interface Props {
  readonly view: {
    readonly incubationId: string;
    readonly organizationName: string;
    readonly reasons: readonly Refusal[];
    readonly key: string;
  };
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}

/** Opening a special evaluation (专项评估) on an incubation. */
export function SpecialEvaluationPage({ view, errors, raw }: Props) {
  const t = useTranslate();
  const back = paths.record('incubation', view.incubationId);
  return (
    <BeginPage
      title={t('content.special.open')}
      lead={t('content.special.lead')}
      crumbs={[
        { label: t('incubation.list'), href: paths.list('incubation') },
        { label: view.organizationName, href: back },
      ]}
      back={back}
      action={paths.specialEvaluation(view.incubationId)}
      fields={specialEvaluationFields}
      reasons={view.reasons}
      idempotencyKey={view.key}
      errors={errors}
      raw={raw}
    />
  );
}
