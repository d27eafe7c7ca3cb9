import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DeskPage } from '#app/components/lifecycle/desk-page.tsx';
import { JoinedNotice } from '#app/components/people/joined.tsx';
import { PasswordChanged } from '#app/components/people/password-changed.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { viewJoined } from '#app/operations/people/view-joined.server.ts';
import { openDesk } from '#app/operations/view/desk-view.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const { searchParams } = new URL(request.url);
  const whole = searchParams.get('whole') === 'yes';
  return {
    title: translator(door.locale)('nav.desk'),
    joined: await viewJoined(door.house, viewer.actor, searchParams.get('joined')),
    passwordChanged: searchParams.has('password'),
    desk: await openDesk(door.house, viewer.actor, { whole }),
  };
}

export default function DeskRoute() {
  const { desk, joined, passwordChanged } = useLoaderData<typeof loader>();
  return (
    <>
      {joined && <JoinedNotice {...joined} />}
      {passwordChanged && <PasswordChanged />}
      <DeskPage desk={desk} />
    </>
  );
}
