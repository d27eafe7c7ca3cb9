import type { Field } from '#app/domain/forms/field.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormError } from '../forms/field-words.ts';
import { Form } from '../forms/index.ts';
import type { RawValues } from '../forms/raw.ts';
import { PageTitle } from '../layout/index.ts';
import { useTranslate } from '../ui/locale.tsx';
import { ClosedStep } from './closed-step.tsx';

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

/** Opening a special evaluation (专项评估) on an incubation: why, and what will follow. */
export function SpecialEvaluationPage({ view, errors, raw }: Props) {
  const t = useTranslate();
  const back = paths.record('incubation', view.incubationId);
  return (
    <>
      <PageTitle
        crumbs={[
          { label: t('incubation.list'), href: paths.list('incubation') },
          { label: view.organizationName, href: back },
        ]}
      >
        {t('content.special.open')}
      </PageTitle>
      {view.reasons.length > 0 ? (
        <ClosedStep reasons={view.reasons} back={back} />
      ) : (
        <>
          <p className="prose">{t('content.special.lead')}</p>
          <Form
            action={paths.specialEvaluation(view.incubationId)}
            fields={specialEvaluationFields}
            values={raw}
            errors={errors}
            idempotencyKey={view.key}
            submit={t('content.special.open')}
            secondary={<a href={back}>{t('lifecycle.event.back')}</a>}
          />
        </>
      )}
    </>
  );
}
