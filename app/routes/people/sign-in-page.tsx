import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { Card, Notice, useTranslate } from '#app/components/ui/index.ts';
import { emailField } from '#app/domain/people/account-forms.ts';
import { DEMO_PASSWORD } from '#app/domain/people/demo-account.ts';
import type { SessionEnd } from '#app/domain/people/sessions.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';

interface Props {
  /** Why somebody who was signed in is here again (`again`: a step of signing in took too long). */
  readonly ended: SessionEnd | 'again' | null;
  readonly redirectTo: string;
  /** A form that was sent after its session had ended waits for its person. */
  readonly kept: boolean;
  /** An invitation was accepted just now. */
  readonly joined: boolean;
  readonly accounts: readonly {
    readonly email: string;
    readonly name: string;
    readonly roles: readonly string[];
  }[];
  readonly errors: readonly Refusal[];
  readonly email: string;
}

/** Coming in: by address and password, or in a demo by one button for each account. */
export function SignInPage({ ended, redirectTo, kept, joined, accounts, errors, email }: Props) {
  const t = useTranslate();
  return (
    <>
      <PageTitle>{t('people.signIn')}</PageTitle>
      {joined && (
        <Notice tone="good" title={t('people.joined')} live>
          <p>{t('people.joined.signIn')}</p>
        </Notice>
      )}
      {kept && (
        <Notice tone="attention" title={t('people.signIn.kept')} live>
          {t('people.signIn.kept.text')}
        </Notice>
      )}
      {ended && !kept && (
        <Notice title={t(`people.ended.${ended}`)} live>
          <p>{t('people.ended.text')}</p>
        </Notice>
      )}
      <AccountForm
        action={paths.signIn()}
        fields={[emailField]}
        passwords={[{ name: 'password', kind: 'known' }]}
        values={{ email }}
        errors={errors}
        hidden={{ redirectTo }}
        submit={t('people.signIn')}
        secondary={<a href={paths.passwordReset()}>{t('people.forgot')}</a>}
      />
      <p className="soft">{t('people.signIn.noAccount')}</p>
      {accounts.length > 0 && (
        <Card title={t('people.demo.accounts')} id="demo-accounts">
          <p className="soft">{t('people.demo.accounts.lead', { password: DEMO_PASSWORD })}</p>
          <ul className="rows rows-plain">
            {accounts.map((account) => (
              <li key={account.email}>
                <div>
                  <p className="row-title">{account.name}</p>
                  <p className="row-note">
                    {t.format.list(account.roles.map((role) => t.maybe(`role.${role}`) ?? role))} ·{' '}
                    {account.email}
                  </p>
                </div>
                <form method="post" action={paths.signIn()}>
                  <input type="hidden" name="email" value={account.email} />
                  <input type="hidden" name="password" value={DEMO_PASSWORD} />
                  <input type="hidden" name="redirectTo" value={redirectTo} />
                  <button
                    type="submit"
                    className="button button-quiet"
                    aria-label={t('people.demo.signInAs', { name: account.name })}
                  >
                    {t('people.signIn')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
