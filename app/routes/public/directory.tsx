import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DirectoryPage } from '#app/components/public/directory-page.tsx';
import { serviceFields } from '#app/domain/forms/application-form.ts';
import type { DoorContext } from '#app/http/context.ts';
import { placeIn } from '#app/http/page-place.server.ts';
import { listedWords } from '#app/http/public-words.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { directoryPage, listedCommunities } from '#db/reads/directory.server.ts';

export const handle = { kept: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const db = door.house.store.read;
  const place = placeIn(request);
  const q = place.filter('q');
  const field = place.oneOf('field', serviceFields);
  const community = place.filter('community');
  const page = await directoryPage(db, { q, field, community, ...place.keyset });
  return {
    title: translator(door.locale)('public.directory'),
    q,
    field,
    community,
    communities: await listedCommunities(db),
    organizations: page.rows.map(listedWords),
    ...place.neighbours(page),
  };
}

export default function DirectoryRoute() {
  return <DirectoryPage view={useLoaderData<typeof loader>()} />;
}
