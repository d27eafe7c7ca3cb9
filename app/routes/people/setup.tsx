import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { Card, useTranslate } from '#app/components/ui/index.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { emailField, nameField } from '#app/domain/people/account-forms.ts';
import { readAccountForm } from '#app/http/account-form.server.ts';
import { comingFrom, leadIn } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { openLink } from '#app/operations/people/links.server.ts';
import { setUp } from '#app/operations/people/set-up.server.ts';
import { paths } from '#app/paths.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';

export const handle = { narrow: true };

export const headers = headersOfAction;

const fields = [nameField, emailField];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const link = params.token ? await openLink(door.house, params.token) : undefined;
  const open = link?.purpose === 'setup';
  const title = translator(door.locale)('people.setup');
  const { policy } = await securitySettings(door.house.store.read);
  const token = open ? (params.token ?? '') : '';
  return json({ title, open, token, policy }, { status: open ? 200 : 404 });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const form = await readAccountForm(door, request, fields);
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw }, { status: form.status });
  const account = {
    name: textOf(form.values, 'name'),
    email: textOf(form.values, 'email'),
    password: form.secret('password'),
    locale: door.locale,
  };
  const result = await setUp(door.house, params.token ?? '', account, comingFrom(door, request));
  if (result.ok) return leadIn(door, result.value, paths.admin());
  return json({ errors: result.refusals, raw: form.raw }, answerRefusals(result.refusals));
}

export default function SetupRoute() {
  const { open, token, policy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  if (!open) {
    return (
      <>
        <PageTitle>{t('people.setup')}</PageTitle>
        <Card>
          <p>{t('people.setup.over')}</p>
        </Card>
      </>
    );
  }
  return (
    <>
      <PageTitle lead={t('people.setup.lead')}>{t('people.setup')}</PageTitle>
      <AccountForm
        action={paths.setup(token)}
        fields={fields}
        passwords={[{ name: 'password', kind: 'new', policy }]}
        values={answer?.raw ?? {}}
        errors={answer?.errors ?? []}
        submit={t('people.setup.submit')}
      />
    </>
  );
}
