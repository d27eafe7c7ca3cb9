import type { RawValues } from '#app/components/forms/index.ts';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { Button, Card, ErrorSummary, Notice, useNow, useTranslate } from '#app/components/ui/index.ts';
import { applicantFields, emailField } from '#app/domain/people/account-forms.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { CallDoor } from '#app/operations/applications/open-call.server.ts';
import { paths } from '#app/paths.ts';

interface Props {
  readonly door: CallDoor;
  /** Somebody is signed in. */
  readonly isKnown: boolean;
  /** The address to which a letter went just now, or empty. */
  readonly sent: string;
  readonly errors: readonly (Refusal | FieldRefusal)[];
  readonly raw: RawValues;
}

/** The page that begins an application. */
export function ApplyPage(props: Props) {
  const { door, isKnown, sent } = props;
  const t = useTranslate();
  const now = useNow();
  const { call } = door;
  return (
    <>
      <PageTitle
        crumbs={[{ label: call.title, href: paths.call(call.id) }]}
        lead={
          call.closesAt === null
            ? t('apply.rolling', { center: call.centerName })
            : t('apply.until', { center: call.centerName, date: t.format.due(call.closesAt, now).date })
        }
      >
        {t('apply.title')}
      </PageTitle>
      {sent !== '' && (
        <Notice tone="good" title={t('apply.sent', { email: sent })} live>
          <p>{t('apply.sent.text')}</p>
        </Notice>
      )}
      {sent === '' && door.closed && (
        <Notice tone="stopped" title={t.refusal(door.closed)}>
          <p>{t('apply.closed.text', { phone: call.centerPhone })}</p>
        </Notice>
      )}
      {sent === '' && !door.closed && (isKnown ? <KnownApplicant {...props} /> : <NewApplicant {...props} />)}
    </>
  );
}

function NewApplicant({ door, errors, raw }: Props) {
  const t = useTranslate();
  return (
    <>
      <p className="prose">{t('apply.lead')}</p>
      <AccountForm
        action={paths.apply(door.call.id)}
        fields={[emailField, ...applicantFields]}
        values={raw}
        errors={errors}
        submit={t('apply.submit')}
        secondary={<a href={paths.signIn(paths.apply(door.call.id))}>{t('apply.haveAccount')}</a>}
      >
        <p className="soft small">{t('apply.privacy')}</p>
      </AccountForm>
    </>
  );
}

function KnownApplicant({ door, errors, raw }: Props) {
  const t = useTranslate();
  const general = errors.filter((error) => !('field' in error));
  return (
    <>
      {general.length > 0 && (
        <ErrorSummary
          title={t('forms.errors.notDone')}
          items={general.map((error) => ({ message: t.refusal(error) }))}
        />
      )}
      {door.organizations.map((organization) => (
        <Card key={organization.id} title={organization.name} id={`organization-${organization.id}`}>
          {organization.live ? (
            <p>
              {t(`apply.live.${organization.live.lifecycle}`)}{' '}
              <a href={paths.record(organization.live.lifecycle, organization.live.id)}>
                {t('apply.live.open')}
              </a>
            </p>
          ) : (
            <form method="post" action={paths.apply(door.call.id)}>
              <input type="hidden" name="key" value={door.key} />
              <input type="hidden" name="organizationId" value={organization.id} />
              <Button>{t('apply.begin')}</Button>
            </form>
          )}
        </Card>
      ))}
      <Card title={t(door.organizations.length > 0 ? 'apply.other' : 'apply.new')} id="new-organization">
        <AccountForm
          action={paths.apply(door.call.id)}
          fields={applicantFields}
          values={raw}
          errors={errors.filter((error) => 'field' in error)}
          hidden={{ key: `${door.key}-new` }}
          submit={t('apply.begin')}
          look={door.organizations.length > 0 ? 'quiet' : 'primary'}
        />
      </Card>
    </>
  );
}
