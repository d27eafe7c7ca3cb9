import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { useTranslate } from '#app/components/ui/index.ts';
import { readAccountForm } from '#app/http/account-form.server.ts';
import { comingFrom, redirectWithSession } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction, signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { changePassword } from '#app/operations/people/change-password.server.ts';
import { paths } from '#app/paths.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';

export const handle = { narrow: true };

export const headers = headersOfAction;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  signedIn(door, request);
  const { policy } = await securitySettings(door.house.store.read);
  return { title: translator(door.locale)('people.password'), policy };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const form = await readAccountForm(door, request, []);
  if (!form.ok) return json({ errors: form.refusals }, { status: form.status });
  const result = await changePassword(door.house, {
    ...comingFrom(door, request),
    personId: viewer.person.id,
    current: form.secret('current'),
    password: form.secret('password'),
  });
  if (!result.ok) return json({ errors: result.refusals }, answerRefusals(result.refusals));
  throw redirectWithSession(door, result.value.token, paths.account('password'));
}

export default function PasswordRoute() {
  const { policy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('shell.account'), href: paths.account() }]}
        lead={t('people.password.lead')}
      >
        {t('people.password')}
      </PageTitle>
      <AccountForm
        action={paths.password()}
        fields={[]}
        passwords={[
          { name: 'current', kind: 'known' },
          { name: 'password', kind: 'new', policy },
        ]}
        errors={answer?.errors ?? []}
        submit={t('people.password')}
        secondary={<a href={paths.account()}>{t('ui.button.cancel')}</a>}
      />
    </>
  );
}
