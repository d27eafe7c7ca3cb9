import type { RawValues } from '#app/components/forms/index.ts';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { Card, useTranslate } from '#app/components/ui/index.ts';
import { nameField } from '#app/domain/people/account-forms.ts';
import type { PasswordPolicy } from '#app/domain/people/security-settings.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { OpenLink } from '#app/operations/people/links.server.ts';
import { paths } from '#app/paths.ts';

interface Props {
  readonly token: string;
  /** Null when it was used, is too old or never was. */
  readonly link: OpenLink | null;
  /** The address has an account: nothing is asked. */
  readonly known: boolean;
  readonly policy: PasswordPolicy;
  /** Why it cannot be followed although it was not used. */
  readonly why: Refusal | null;
  readonly errors: readonly (Refusal | FieldRefusal)[];
  readonly raw: RawValues;
}

/** The page behind a mailed link: what it will do, and the little that it needs. */
export function LinkPage({ token, link, known, policy, why, errors, raw }: Props) {
  const t = useTranslate();
  if (link === null || link.purpose === 'setup') {
    return (
      <>
        <PageTitle>{t('people.link.over')}</PageTitle>
        <Card>
          <p>{why ? t.refusal(why) : t('people.link.over.text')}</p>
          <p className="submit-row">
            <a href={paths.signIn()}>{t('people.signIn')}</a>
            {why === null && <a href={paths.passwordReset()}>{t('people.reset')}</a>}
          </p>
        </Card>
      </>
    );
  }
  return (
    <>
      <PageTitle lead={leadOf(t, link, known)}>{t(`people.link.${link.purpose}`)}</PageTitle>
      <AccountForm
        action={paths.link(token)}
        fields={known || link.purpose === 'reset' ? [] : [nameField]}
        passwords={known ? [] : [{ name: 'password', kind: 'new', policy }]}
        values={raw}
        errors={errors}
        submit={t(`people.link.${link.purpose}.submit`)}
      />
    </>
  );
}

function leadOf(t: Translate, link: OpenLink, known: boolean): string {
  switch (link.purpose) {
    case 'apply':
      return t('people.link.apply.lead', {
        email: link.payload.email,
        organization: link.payload.organizationName,
      });
    case 'invitation': {
      const { invitedBy, placeName, role, email } = link.payload;
      const params = { name: invitedBy, place: placeName, role: t.maybe(`role.${role}`) ?? role, email };
      return t(known ? 'people.link.invitation.known' : 'people.link.invitation.lead', params);
    }
    default:
      return t('people.link.reset.lead');
  }
}
