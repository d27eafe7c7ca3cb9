import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DeskPage } from '#app/components/lifecycle/desk-page.tsx';
import { PasswordChanged } from '#app/components/people/password-changed.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { openDesk } from '#app/operations/view/desk-view.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const { searchParams } = new URL(request.url);
  const whole = searchParams.get('whole') === 'yes';
  return {
    title: translator(door.locale)('nav.desk'),
    passwordChanged: searchParams.has('password'),
    desk: await openDesk(door.house, viewer.actor, { whole }),
  };
}

export default function DeskRoute() {
  const { desk, passwordChanged } = useLoaderData<typeof loader>();
  return (
    <>
      {passwordChanged && <PasswordChanged />}
      <DeskPage desk={desk} />
    </>
  );
}
