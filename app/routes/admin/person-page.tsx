import { FormErrors } from '#app/components/forms/index.ts';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { Button, Card, Facts, Notice, RowList, Tag, useTranslate } from '#app/components/ui/index.ts';
import { expiryFields } from '#app/domain/people/account-forms.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { PersonView } from '#app/operations/people/view-people.server.ts';
import { paths } from '#app/paths.ts';

interface Props {
  readonly view: PersonView;
  readonly done: 'ended' | 'changed' | null;
  readonly errors: readonly (Refusal | FieldRefusal)[];
}

/** One account: what the person is, since when, and the way to end it. */
export function PersonPage({ view, done, errors }: Props) {
  const t = useTranslate();
  const isClosed = view.disabledAt !== null;
  return (
    <>
      <PageTitle
        crumbs={[
          { label: t('nav.admin'), href: paths.admin() },
          { label: t('people.list'), href: paths.admin('people') },
        ]}
        tag={
          view.isShut ? (
            <Tag tone="stopped">{t(isClosed ? 'people.state.disabled' : 'people.state.expired')}</Tag>
          ) : undefined
        }
      >
        {view.name}
      </PageTitle>
      {done && <Notice tone="good" title={t(`people.done.${done}`)} live />}
      <FormErrors fields={expiryFields} errors={errors} />
      <Facts
        items={[
          { label: t('people.field.email'), value: view.email },
          { label: t('people.field.phone'), value: view.phone },
          { label: t('people.since'), value: t.format.instant(view.createdAt) },
          {
            label: t('people.signedIn'),
            value: view.signedInAt ? t.format.instant(view.signedInAt) : t('people.signedIn.never'),
          },
        ]}
      />
      <Card title={t('people.account.roles')} id="roles">
        {view.memberships.length === 0 && <p>{t('people.account.noRoles')}</p>}
        <RowList
          items={view.memberships.map((membership) => ({
            id: membership.id,
            title: (
              <>
                <b>{t.maybe(`role.${membership.role}`) ?? membership.role}</b>{' '}
                {membership.place ?? t('people.place.instance')}
              </>
            ),
            note: membership.endedAt
              ? t('people.fromTo', {
                  from: t.format.instant(membership.since),
                  to: t.format.instant(membership.endedAt),
                })
              : t('people.from', { from: t.format.instant(membership.since) }),
            action: membership.mayEnd && (
              <form method="post" action={paths.adminItem('people', view.id)}>
                <input type="hidden" name="membership" value={membership.id} />
                <Button look="quiet" name="do" value="end">
                  {t('people.end')}
                </Button>
              </form>
            ),
          }))}
        />
      </Card>
      {view.mayDisable && (
        <>
          <Card title={t('people.expiry')} id="expiry">
            <p>{t('people.expiry.lead')}</p>
            <AccountForm
              action={paths.adminItem('people', view.id)}
              fields={expiryFields}
              values={{ lastDay: view.expiresOn ?? '' }}
              hidden={{ do: 'expire' }}
              submit={t('people.expiry.save')}
              look="quiet"
            />
          </Card>
          <Card title={t('people.endTheirs')} id="sessions">
            <p>{t('people.endTheirs.lead')}</p>
            <PersonAction id={view.id} what="endSessions" words={t('people.endTheirs')} />
          </Card>
          {view.hasSecondFactor && (
            <Card title={t('people.reset2f')} id="second-factor">
              <p>{t('people.reset2f.lead')}</p>
              <PersonAction id={view.id} what="resetSecondFactor" words={t('people.reset2f')} />
            </Card>
          )}
        </>
      )}
      {view.mayDisable && (
        <Card title={t(isClosed ? 'people.enable' : 'people.disable')} id="account">
          <p>{t(isClosed ? 'people.enable.lead' : 'people.disable.lead')}</p>
          <form method="post" action={paths.adminItem('people', view.id)}>
            <Button look={isClosed ? 'quiet' : 'danger'} name="do" value={isClosed ? 'enable' : 'disable'}>
              {t(isClosed ? 'people.enable' : 'people.disable')}
            </Button>
          </form>
        </Card>
      )}
    </>
  );
}

function PersonAction({
  id,
  what,
  words,
}: {
  readonly id: string;
  readonly what: string;
  readonly words: string;
}) {
  return (
    <form method="post" action={paths.adminItem('people', id)}>
      <Button look="danger" name="do" value={what}>
        {words}
      </Button>
    </form>
  );
}
