import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm, type PasswordQuestion } from '#app/components/people/account-form.tsx';
import { SecondFactorForm } from '#app/components/people/second-factor-form.tsx';
import { Card, Facts, Fold, Notice, useNow, useTranslate } from '#app/components/ui/index.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { Proposal, SecondFactorView } from '#app/operations/people/view-second-factor.server.ts';
import { paths } from '#app/paths.ts';

interface Props {
  readonly view: SecondFactorView;
  /** Null when there is a second factor already. */
  readonly proposal: Proposal | null;
  readonly removed: boolean;
  /** Which form of the page was refused. */
  readonly of: string;
  readonly errors: readonly (Refusal | FieldRefusal)[];
}

const passwordAndCode: readonly PasswordQuestion[] = [
  { name: 'current', kind: 'known' },
  { name: 'code', kind: 'code' },
];

/** The own second factor: setting it up, or new recovery codes and turning it off. */
export function AccountSecondFactorPage({ view, proposal, removed, of, errors }: Props) {
  const t = useTranslate();
  const now = useNow();
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('shell.account'), href: paths.account() }]}
        lead={t(view.needed ? 'people.secondFactor.needed' : 'people.secondFactor.lead')}
      >
        {t('people.secondFactor')}
      </PageTitle>
      {removed && <Notice tone="good" title={t('people.secondFactor.removed')} live />}
      {proposal !== null && (
        <SecondFactorForm
          action={paths.secondFactor()}
          proposal={proposal}
          passwords={[{ name: 'current', kind: 'known' }]}
          errors={errors}
          hidden={{ do: 'on' }}
        />
      )}
      {view.since !== null && (
        <>
          <Card title={t('people.secondFactor.on')} id="state">
            <Facts
              items={[
                { label: t('people.secondFactor.since'), value: t.format.instant(view.since, now) },
                {
                  label: t('people.recovery.left'),
                  value: t('people.recovery.left.count', { count: view.codesLeft }),
                },
              ]}
            />
          </Card>
          <Fold summary={t('people.recovery.again')} open={of === 'codes'}>
            <p className="soft">{t('people.recovery.again.text')}</p>
            <AccountForm
              action={paths.secondFactor()}
              fields={[]}
              passwords={passwordAndCode}
              hidden={{ do: 'codes' }}
              errors={of === 'codes' ? errors : []}
              submit={t('people.recovery.again')}
              look="quiet"
            />
          </Fold>
          {!view.needed && (
            <Fold summary={t('people.secondFactor.turnOff')} open={of === 'off'}>
              <p className="soft">{t('people.secondFactor.turnOff.text')}</p>
              <AccountForm
                action={paths.secondFactor()}
                fields={[]}
                passwords={passwordAndCode}
                hidden={{ do: 'off' }}
                errors={of === 'off' ? errors : []}
                submit={t('people.secondFactor.turnOff')}
                look="danger"
              />
            </Fold>
          )}
        </>
      )}
    </>
  );
}
