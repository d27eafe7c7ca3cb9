import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HomePage } from '#app/components/public/home-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import {
  callWords,
  centerWords,
  figuresFrom,
  listedWords,
  noticeLine,
} from '#app/http/public-words.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import { directoryPage } from '#db/reads/directory.server.ts';
import { counts, currentCalls, openNotices } from '#db/reads/public.server.ts';

const callsShown = 4;
const noticesShown = 5;
const organizationsShown = 6;

export const handle = { kept: true };

export async function loader({ context }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const db = door.house.store.read;
  const [centers, calls, notices, counted, organizations] = await Promise.all([
    allCenters(db),
    currentCalls(db, door.now, callsShown),
    openNotices(db, noticesShown),
    counts(db),
    directoryPage(db, { q: '', field: '', community: '', size: organizationsShown }),
  ]);
  return {
    title: translator(door.locale)('public.home.title'),
    centers: centers.map(centerWords),
    calls: calls.map(callWords),
    notices: notices.map(noticeLine),
    figures: figuresFrom(counted),
    organizations: organizations.rows.map(listedWords),
  };
}

export default function HomeRoute() {
  return <HomePage view={useLoaderData<typeof loader>()} />;
}
