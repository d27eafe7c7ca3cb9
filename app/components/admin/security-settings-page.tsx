import type { SecurityChange } from '#app/domain/people/security-lines.ts';
import { securityFields } from '#app/domain/people/security-settings.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { paths } from '#app/paths.ts';
import { Form, type FormError, type RawValues } from '../forms/index.ts';
import { Stack } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { HistoryLog } from '../ui/history-log.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { AdminPage } from './admin-page.tsx';

export interface SecuritySettingsPageProps {
  readonly raw: RawValues;
  readonly version: number;
  readonly errors: readonly FormError[];
  readonly done: string | null;
  /** For one drawing of the form. */
  readonly idempotencyKey: string;
  readonly changes: readonly SecurityChange[];
}

/** How safe the installation is kept, and who changed it when. */
export function SecuritySettingsPage(props: SecuritySettingsPageProps) {
  const { raw, version, errors, done, idempotencyKey, changes } = props;
  const t = useTranslate();
  return (
    <AdminPage
      title={t('admin.security-settings.title')}
      lead={t('admin.security-settings.about')}
      done={done}
    >
      <Stack>
        <Form
          action={paths.admin('security-settings')}
          fields={securityFields}
          values={raw}
          errors={errors}
          idempotencyKey={idempotencyKey}
          version={version}
          submit={t('ui.button.save')}
        />
        <Card title={t('security.history')} id="changes">
          {changes.length === 0 ? (
            <p>{t('security.history.none')}</p>
          ) : (
            <HistoryLog
              entries={changes.map((change) => ({
                id: change.id,
                at: change.at,
                who: change.who,
                what: change.fields.map((field) => (
                  <span key={field.name} className="soft small">
                    {t('security.changed', {
                      field: t.maybe(`security.field.${field.name}`) ?? field.name,
                      before: shown(t, field.name, field.before),
                      after: shown(t, field.name, field.after),
                    })}{' '}
                  </span>
                )),
              }))}
            />
          )}
        </Card>
      </Stack>
    </AdminPage>
  );
}

const shown = (t: Translate, name: string, value: string | number): string =>
  t.maybe(`security.${name}.${value}`) ?? String(value);
