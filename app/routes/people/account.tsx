import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { PasswordChanged } from '#app/components/people/password-changed.tsx';
import { Card, Facts, Notice, useTranslate } from '#app/components/ui/index.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { accountFields } from '#app/domain/people/account-forms.ts';
import { readAccountForm } from '#app/http/account-form.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { notFound, signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { changeAccount } from '#app/operations/people/change-account.server.ts';
import { viewAccount } from '#app/operations/people/view-account.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const account = await viewAccount(door.house, viewer.person.id);
  if (account === undefined) throw notFound();
  const { searchParams } = new URL(request.url);
  return {
    title: translator(door.locale)('shell.account'),
    account,
    locale: account.locale ?? door.locale,
    saved: searchParams.has('saved'),
    passwordChanged: searchParams.has('password'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const form = await readAccountForm(door, request, accountFields);
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw }, { status: form.status });
  await changeAccount(door.house, viewer.person.id, {
    name: textOf(form.values, 'name'),
    phone: textOf(form.values, 'phone') || null,
    locale: textOf(form.values, 'locale'),
  });
  // the page is asked for again: it may speak another language now
  throw redirect(`${paths.account()}?saved`, 303);
}

export default function AccountRoute() {
  const { account, locale, saved, passwordChanged } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  const stored = { name: account.name, phone: account.phone ?? '', locale };
  return (
    <>
      <PageTitle lead={account.email}>{t('shell.account')}</PageTitle>
      {saved && !answer && <Notice tone="good" title={t('people.account.saved')} live />}
      {passwordChanged && !answer && <PasswordChanged />}
      <AccountForm
        action={paths.account()}
        fields={accountFields}
        values={answer?.raw ?? stored}
        errors={answer?.errors ?? []}
        submit={t('ui.button.save')}
      />
      <Card title={t('people.account.roles')} id="roles">
        {account.memberships.length === 0 ? (
          <p>{t('people.account.noRoles')}</p>
        ) : (
          <Facts
            items={account.memberships.map((membership) => ({
              label: t.maybe(`role.${membership.role}`) ?? membership.role,
              value: membership.place ?? t('people.place.instance'),
            }))}
          />
        )}
      </Card>
      <Card title={t('people.account.safety')} id="safety">
        <ul className="prose">
          <li>
            <a href={paths.password()}>{t('people.password')}</a>
          </li>
          <li>
            <a href={paths.secondFactor()}>{t('people.secondFactor')}</a>
          </li>
          <li>
            <a href={paths.sessions()}>{t('people.sessions')}</a>
          </li>
        </ul>
      </Card>
    </>
  );
}
