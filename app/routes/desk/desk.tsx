import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DeskPage } from '#app/components/lifecycle/desk-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { openDesk } from '#app/operations/view/desk-view.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const whole = new URL(request.url).searchParams.get('whole') === 'yes';
  return {
    title: translator(door.locale)('nav.desk'),
    desk: await openDesk(door.house, viewer.actor, { whole }),
  };
}

export default function DeskRoute() {
  const { desk } = useLoaderData<typeof loader>();
  return <DeskPage desk={desk} />;
}
