import type { RawValues } from '#app/components/forms/index.ts';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import {
  Card,
  DataTable,
  EmptyState,
  FilterBar,
  Notice,
  Pager,
  Tabs,
  Tag,
  useNow,
  useTranslate,
} from '#app/components/ui/index.ts';
import { isShut, UNUSED_DAYS } from '#app/domain/people/account-state.ts';
import { type GiveableRole, officeFields } from '#app/domain/people/invitation-forms.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import type { PersonRow } from '#db/reads/accounts.server.ts';

interface Props {
  readonly q: string;
  /** Only accounts that nobody has signed in to for long. */
  readonly unused: boolean;
  readonly rows: readonly PersonRow[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly giveable: readonly GiveableRole[];
  readonly done: boolean;
  readonly errors: readonly (Refusal | FieldRefusal)[];
  readonly raw: RawValues;
}

/** The accounts that the viewer manages, and the way to invite somebody. */
export function PeoplePage({ q, unused, rows, next, previous, giveable, done, errors, raw }: Props) {
  const t = useTranslate();
  const now = useNow();
  return (
    <>
      <PageTitle crumbs={[{ label: t('nav.admin'), href: paths.admin() }]} lead={t('people.list.lead')}>
        {t('people.list')}
      </PageTitle>
      {done && <Notice tone="good" title={t('people.done.invited')} live />}
      <Tabs
        items={[
          { href: paths.admin('people'), label: t('people.list.all'), current: !unused },
          {
            href: `${paths.admin('people')}?unused=1`,
            label: t('people.list.unused', { days: UNUSED_DAYS }),
            current: unused,
          },
        ]}
      />
      {unused && <p className="soft">{t('people.list.unused.lead', { days: UNUSED_DAYS })}</p>}
      <FilterBar
        action={paths.admin('people')}
        keep={unused ? { unused: '1' } : {}}
        filters={[{ kind: 'search', name: 'q', label: t('people.list.search'), value: q }]}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('people.list.none')}>{t('people.list.none.text')}</EmptyState>
      ) : (
        <DataTable
          caption={t('people.list')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('people.field.name'),
              main: true,
              cell: (row) => <a href={paths.adminItem('people', row.id)}>{row.name}</a>,
            },
            { key: 'email', head: t('people.field.email'), cell: (row) => row.email },
            {
              key: 'roles',
              head: t('people.account.roles'),
              cell: (row) =>
                t.format.list(row.roles.map((role) => t.maybe(`role.${role}`) ?? role)) || t('ui.none'),
            },
            {
              key: 'signedIn',
              head: t('people.signedIn'),
              cell: (row) =>
                row.signed_in_at === null
                  ? t('people.signedIn.never')
                  : t.format.instant(row.signed_in_at, now),
            },
            {
              key: 'state',
              head: t('people.state'),
              cell: (row) =>
                isShut(row, now) ? (
                  <Tag tone="stopped">
                    {t(row.disabled_at === null ? 'people.state.expired' : 'people.state.disabled')}
                  </Tag>
                ) : (
                  <Tag tone="good">{t('people.state.open')}</Tag>
                ),
            },
          ]}
        />
      )}
      <Pager previous={previous} next={next} count={rows.length} />
      {giveable.length > 0 && (
        <Card title={t('people.invite')} id="invite">
          <p className="soft">{t('people.invite.lead')}</p>
          <AccountForm
            action={paths.admin('people')}
            fields={officeFields(giveable)}
            values={raw}
            errors={errors}
            submit={t('people.invite.submit')}
          />
        </Card>
      )}
    </>
  );
}
