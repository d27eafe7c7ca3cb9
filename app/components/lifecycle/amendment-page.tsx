import type { Field } from '#app/domain/forms/field.ts';
import { own, reportFields } from '#app/domain/lifecycles/progress-report/form.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormError } from '../forms/field-words.ts';
import type { RawValues } from '../forms/raw.ts';
import { useTranslate } from '../ui/locale.tsx';
import { BeginPage } from './begin-page.tsx';

/** Which answers are to be mended, and why. */
export const amendmentFields: readonly Field[] = [
  {
    kind: 'choices',
    name: 'fields',
    label: own('amended'),
    hint: { key: 'progress_report.hint.amended' },
    min: 1,
    options: reportFields.map(({ name }) => ({ value: name, label: own(name) })),
  },
  { kind: 'paragraph', name: 'reason', label: own('amendmentReason'), min: 2, max: 1000 },
];

interface Props {
  readonly view: {
    readonly reportId: string;
    readonly organizationName: string;
    readonly reasons: readonly Refusal[];
    readonly key: string;
  };
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}

/** Asking that an accepted report may be amended (更正). */
export function AmendmentPage({ view, errors, raw }: Props) {
  const t = useTranslate();
  const back = paths.record('progress_report', view.reportId);
  return (
    <BeginPage
      title={t('content.amendment.ask')}
      lead={t('content.amendment.lead')}
      crumbs={[
        { label: t('progress_report.list'), href: paths.list('progress_report') },
        { label: view.organizationName, href: back },
      ]}
      back={back}
      action={paths.amendment(view.reportId)}
      fields={amendmentFields}
      reasons={view.reasons}
      idempotencyKey={view.key}
      errors={errors}
      raw={raw}
    />
  );
}
