import type { Field } from '#app/domain/forms/field.ts';
import { paths } from '#app/paths.ts';
import { Form, type FormError, type RawValues } from '../forms/index.ts';
import { PageTitle } from '../layout/index.ts';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';

export interface EditView {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly fields: readonly Field[];
  readonly key: string;
}

interface Props {
  readonly view: EditView;
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}

/** The form by which a manager changes what the register says. */
export function OrganizationEdit({ view, errors, raw }: Props) {
  const t = useTranslate();
  const back = paths.organization(view.id);
  return (
    <>
      <PageTitle
        crumbs={[
          { label: t('organization.register'), href: paths.organizations() },
          { label: view.name, href: back },
        ]}
      >
        {t('organization.edit')}
      </PageTitle>
      <Form
        action={`${back}?edit=1`}
        fields={view.fields}
        values={raw}
        errors={errors}
        idempotencyKey={view.key}
        version={view.version}
        submit={t('ui.button.save')}
        secondary={<a href={back}>{t('ui.button.cancel')}</a>}
      >
        <Notice>{t('organization.edit.logged')}</Notice>
      </Form>
    </>
  );
}
