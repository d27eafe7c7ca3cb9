import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RankingPage } from '#app/components/organizations/ranking-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { notFound, signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { rankCall } from '#app/operations/organizations/rank-call.server.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const ranking = await rankCall(door.house, viewer.actor, params.id ?? '');
  if (ranking === undefined) throw notFound();
  return { title: translator(door.locale)('ranking.title', { call: ranking.call.title }), ...ranking };
}

export default function RankingRoute() {
  return <RankingPage view={useLoaderData<typeof loader>()} />;
}
