import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { useTranslate } from '#app/components/ui/index.ts';
import { redirectWithoutSession } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { endSession } from '#app/operations/people/end-sessions.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true };

export async function loader({ context }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  if (!door.viewer.person) throw redirect(paths.home());
  return { title: translator(door.locale)('shell.signOut') };
}

export async function action({ context }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { person, sessionId } = door.viewer;
  if (person && sessionId) await endSession(door.house, person.id, sessionId, door.address);
  return redirectWithoutSession(door, paths.home());
}

export default function SignOutRoute() {
  const t = useTranslate();
  return (
    <>
      <PageTitle lead={t('people.signOut.lead')}>{t('shell.signOut')}</PageTitle>
      <AccountForm action={paths.signOut()} fields={[]} submit={t('shell.signOut')} />
    </>
  );
}
