import type { Field } from '#app/domain/forms/field.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { FormError } from '../forms/field-words.ts';
import { Form } from '../forms/index.ts';
import type { RawValues } from '../forms/raw.ts';
import { PageTitle } from '../layout/index.ts';
import { useTranslate } from '../ui/locale.tsx';
import { ClosedStep } from './closed-step.tsx';

interface Props {
  /** What is begun, as the title and the button say it. */
  readonly title: string;
  /** What will follow. */
  readonly lead: string;
  /** The list and the record from which it is begun. */
  readonly crumbs: readonly { readonly label: string; readonly href: string }[];
  readonly back: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly reasons: readonly Refusal[];
  readonly idempotencyKey: string;
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}

/** Beginning a record from the page of another one: why, and what will follow; or why it cannot be begun now. */
export function BeginPage(props: Props) {
  const t = useTranslate();
  const { title, lead, crumbs, back, action, fields, reasons, idempotencyKey, errors, raw } = props;
  return (
    <>
      <PageTitle crumbs={crumbs}>{title}</PageTitle>
      {reasons.length > 0 ? (
        <ClosedStep reasons={reasons} back={back} />
      ) : (
        <>
          <p className="prose">{lead}</p>
          <Form
            action={action}
            fields={fields}
            values={raw}
            errors={errors}
            idempotencyKey={idempotencyKey}
            submit={title}
            secondary={<a href={back}>{t('lifecycle.event.back')}</a>}
          />
        </>
      )}
    </>
  );
}
