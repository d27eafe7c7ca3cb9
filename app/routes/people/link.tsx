import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/domain/forms/values.ts';
import { nameField } from '#app/domain/people/account-forms.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import { type AccountFormRead, readAccountForm } from '#app/http/account-form.server.ts';
import { comingFrom, leadIn, redirectWithSession } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { startByLink } from '#app/operations/applications/start-by-link.server.ts';
import { acceptAsNewcomer, acceptInvitation } from '#app/operations/people/accept-invitation.server.ts';
import { inviterRefusal } from '#app/operations/people/inviter.server.ts';
import { type OpenLink, openLink, statusOfDeadLink } from '#app/operations/people/links.server.ts';
import { resetPassword } from '#app/operations/people/reset-password.server.ts';
import { paths } from '#app/paths.ts';
import { personByEmail } from '#db/reads/accounts.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import { LinkPage } from './link-page.tsx';

export const handle = { narrow: true };

export const headers = headersOfAction;

/** What the page asks for: a new password only, a name too, or nothing but to go on. */
const knows = async (door: DoorContext, link: OpenLink): Promise<boolean> =>
  link.purpose === 'invitation' &&
  (await personByEmail(door.house.store.read, link.payload.email)) !== undefined;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const token = params.token ?? '';
  const link = await openLink(door.house, token);
  const t = translator(door.locale);
  const db = door.house.store.read;
  const { policy } = await securitySettings(db);
  const dead = { title: t('people.link.over'), token, link: null, known: false, policy };
  if (link === undefined || link.purpose === 'setup')
    return json({ ...dead, why: null }, { status: await statusOfDeadLink(door.house, token) });
  const left = link.purpose === 'invitation' && (await inviterRefusal(db, link.payload, door.now));
  if (left) return json({ ...dead, why: left }, { status: 410 });
  const known = await knows(door, link);
  return json({ title: t(`people.link.${link.purpose}`), token, link, known, policy, why: null });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const token = params.token ?? '';
  const link = await openLink(door.house, token);
  if (link === undefined || link.purpose === 'setup')
    return json(
      { errors: [{ code: 'people.linkOver' }], raw: {} },
      { status: await statusOfDeadLink(door.house, token) },
    );
  if (await knows(door, link)) return acceptKnown(door, token, link);
  const form = await readAccountForm(door, request, link.purpose === 'reset' ? [] : [nameField]);
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw }, { status: form.status });
  return follow(door, request, { token, link, form });
}

async function acceptKnown(door: DoorContext, token: string, link: OpenLink) {
  const result = await acceptInvitation(door.house, token, door.address);
  if (!result.ok) return redraw(result.refusals, {});
  if (link.purpose !== 'invitation') throw redirect(paths.signIn(), 303);
  const { email, role, scopeId } = link.payload;
  const desk = paths.deskJoined(role, scopeId);
  throw redirect(door.viewer.person?.email === email ? desk : paths.signIn(desk), 303);
}

interface Followed {
  readonly token: string;
  readonly link: OpenLink;
  readonly form: Extract<AccountFormRead, { ok: true }>;
}

async function follow(door: DoorContext, request: Request, { token, link, form }: Followed) {
  const from = comingFrom(door, request);
  const password = form.secret('password');
  const newcomer = { name: textOf(form.values, 'name'), password, locale: door.locale };
  if (link.purpose === 'apply') {
    const started = await startByLink(door.house, token, newcomer, { ...from, requestId: door.requestId });
    if (!started.ok) return redraw(started.refusals, form.raw);
    throw redirectWithSession(
      door,
      started.value.token,
      paths.record('application', started.value.applicationId),
    );
  }
  const result =
    link.purpose === 'reset'
      ? await resetPassword(door.house, token, password, from)
      : await acceptAsNewcomer(door.house, token, newcomer, from);
  if (!result.ok) return redraw(result.refusals, form.raw);
  // who set a password reads that it is so, on the first page that they come to
  throw leadIn(door, result.value, paths.desk(link.purpose === 'reset' ? 'password' : undefined));
}

const redraw = (errors: readonly (Refusal | FieldRefusal)[], raw: AccountFormRead['raw']) =>
  json({ errors, raw }, answerRefusals(errors));

export default function LinkRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LinkPage {...view} errors={answer?.errors ?? []} raw={answer?.raw ?? {}} />;
}
