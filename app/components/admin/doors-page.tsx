import { newCenterFields } from '#app/domain/forms/admin-forms.ts';
import type { Tone } from '#app/domain/lifecycles/lifecycle.ts';
import type { MessageKey } from '#app/i18n/catalogue.ts';
import { type AdminPart, paths } from '#app/paths.ts';
import { Form, type FormError, type RawValues } from '../forms/index.ts';
import { PageTitle, Stack } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Tag } from '../ui/tag.tsx';

/** A part of the administration with how it stands. */
export interface Door {
  readonly part: AdminPart;
  readonly state: {
    readonly key: MessageKey;
    readonly params?: Readonly<Record<string, string | number>>;
  };
  readonly tone: Tone;
}

export interface DoorsPageProps {
  readonly business: readonly Door[];
  readonly system: readonly Door[];
  readonly centerName: string | null;
}

/** What this person may administer, each with how it stands. */
export function DoorsPage({ business, system, centerName }: DoorsPageProps) {
  const t = useTranslate();
  return (
    <>
      <PageTitle lead={centerName ?? undefined}>{t('nav.admin')}</PageTitle>
      <Stack>
        {business.length > 0 && (
          <Card title={t('admin.group.business')} id="business">
            <Doors doors={business} />
          </Card>
        )}
        {system.length > 0 && (
          <Card title={t('admin.group.system')} id="system">
            <Doors doors={system} />
          </Card>
        )}
      </Stack>
    </>
  );
}

function Doors({ doors }: { readonly doors: readonly Door[] }) {
  const t = useTranslate();
  return (
    <RowList
      items={doors.map(({ part, state, tone }) => ({
        id: part,
        title: (
          <a href={paths.admin(part)}>
            <b>{t(`admin.${part}.title` as MessageKey)}</b>
          </a>
        ),
        note: t(`admin.${part}.about` as MessageKey),
        action: <Tag tone={tone}>{t(state.key, state.params)}</Tag>,
      }))}
    />
  );
}

/** The first page of a new installation: there is no center yet, and its administrator creates it. */
export function FirstCenterPage(props: {
  readonly idempotencyKey: string;
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}) {
  const t = useTranslate();
  return (
    <>
      <PageTitle lead={t('admin.first.lead')}>{t('admin.first.title')}</PageTitle>
      <Form
        action={paths.admin()}
        fields={newCenterFields}
        values={props.raw}
        errors={props.errors}
        idempotencyKey={props.idempotencyKey}
        submit={t('admin.first.submit')}
      >
        <Notice>{t('admin.first.comesWith')}</Notice>
      </Form>
    </>
  );
}
