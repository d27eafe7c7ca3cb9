import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { RecoveryCodes, SecondFactorForm } from '#app/components/people/second-factor-form.tsx';
import { useTranslate } from '#app/components/ui/index.ts';
import { noErrors, readAccountForm } from '#app/http/account-form.server.ts';
import { comingFrom, sessionHeaders, waitingToken } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { drawByAction, isDrawnByAction } from '#app/http/drawn-by-action.server.ts';
import { answerRefusals, headersOfAction } from '#app/http/guarded.server.ts';
import { sealerOf } from '#app/http/sealing.server.ts';
import { waitingFor, whereTo } from '#app/http/waiting-sign-in.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { setUpAtSignIn } from '#app/operations/people/second-factor.server.ts';
import { proposeSecondFactor } from '#app/operations/people/view-second-factor.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true };

export const headers = headersOfAction;

const noCodes = { codes: null, onward: '' };

/** What the page draws until the codes are there. */
async function proposed(door: DoorContext, request: Request, sealed = '') {
  const { waiting, to } = await waitingFor(door, request, 'setUp');
  const product = translator(door.locale)('ui.product');
  const sealer = sealerOf(door.configuration);
  return { to, proposal: await proposeSecondFactor(door.house, sealer, waiting.person, product, sealed) };
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const title = translator(door.locale)('people.secondFactor.setUp');
  if (isDrawnByAction(door)) return { title, page: null };
  return { title, page: await proposed(door, request) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const form = await readAccountForm(door, request, []);
  const sealed = form.ok ? (form.input.get('sealed') ?? '') : '';
  const again = async (errors: typeof noErrors, init: ResponseInit) =>
    json({ ...noCodes, errors, page: await proposed(door, request, sealed) }, init);
  if (!form.ok) return again(form.refusals, { status: form.status });
  const asked = {
    ...comingFrom(door, request),
    token: waitingToken(door, request),
    sealed,
    typed: form.secret('code'),
  };
  const result = await setUpAtSignIn(door.house, sealerOf(door.configuration), asked);
  if (!result.ok) return again(result.refusals, answerRefusals(result.refusals));
  drawByAction(door);
  const { codes, step, token } = result.value;
  const to = whereTo(request);
  if (step !== null) return json({ codes, onward: paths.signInStep(step, to), errors: noErrors, page: null });
  return json({ codes, onward: to, errors: noErrors, page: null }, { headers: sessionHeaders(door, token) });
}

export default function SignInSecondFactorRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  if (answer?.codes)
    return (
      <>
        <PageTitle>{t('people.secondFactor')}</PageTitle>
        <RecoveryCodes codes={answer.codes} onward={answer.onward} />
      </>
    );
  const page = answer?.page ?? loaded.page;
  return (
    <>
      <PageTitle lead={t('people.secondFactor.setUp.lead')}>{t('people.secondFactor.setUp')}</PageTitle>
      {page && (
        <SecondFactorForm
          action={paths.signInStep('setUp', page.to)}
          proposal={page.proposal}
          errors={answer?.errors ?? []}
        />
      )}
    </>
  );
}
