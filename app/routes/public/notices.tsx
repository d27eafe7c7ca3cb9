import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NoticesPage } from '#app/components/public/notices-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { placeIn } from '#app/http/page-place.server.ts';
import { noticeLine } from '#app/http/public-words.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { noticesPage } from '#db/reads/public.server.ts';

export const handle = { narrow: true, kept: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const place = placeIn(request);
  const page = await noticesPage(door.house.store.read, place.keyset);
  return {
    title: translator(door.locale)('public.notices'),
    notices: page.rows.map(noticeLine),
    ...place.neighbours(page),
  };
}

export default function NoticesRoute() {
  return <NoticesPage view={useLoaderData<typeof loader>()} />;
}
