import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { Notice, useTranslate } from '#app/components/ui/index.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { emailField } from '#app/domain/people/account-forms.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import { noErrors, readAccountForm } from '#app/http/account-form.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { requestPasswordReset } from '#app/operations/people/request-password-reset.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true, costly: 'mail' };

export const headers = headersOfAction;

export function loader({ context }: LoaderFunctionArgs) {
  return { title: translator((context as DoorContext).locale)('people.reset') };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const form = await readAccountForm(door, request, [emailField]);
  const again = (errors: readonly (Refusal | FieldRefusal)[], init: ResponseInit) =>
    json({ sent: false, errors, raw: form.raw }, init);
  if (!form.ok) return again(form.refusals, { status: form.status });
  const email = textOf(form.values, 'email');
  const result = await requestPasswordReset(door.house, {
    email,
    address: door.address,
    locale: door.locale,
  });
  if (!result.ok) return again(result.refusals, answerRefusals(result.refusals));
  return json({ sent: true, errors: noErrors, raw: form.raw });
}

export default function PasswordResetRoute() {
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  return (
    <>
      <PageTitle lead={t('people.reset.lead')}>{t('people.reset')}</PageTitle>
      {answer?.sent ? (
        <Notice tone="good" title={t('people.reset.sent')} live>
          <p>{t('people.reset.sent.text')}</p>
        </Notice>
      ) : (
        <AccountForm
          action={paths.passwordReset()}
          fields={[emailField]}
          values={answer?.raw ?? {}}
          errors={answer?.errors ?? []}
          submit={t('people.reset.submit')}
          secondary={<a href={paths.signIn()}>{t('people.signIn')}</a>}
        />
      )}
    </>
  );
}
