import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RecordPage } from '#app/components/lifecycle/record-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { notFound, signedIn } from '#app/http/guarded.server.ts';
import { lettersOfRecord } from '#app/operations/letters/letters-of-record.server.ts';
import { contentFor } from '#app/operations/view/content.server.ts';
import { newsSinceLastVisit, noNews } from '#app/operations/view/last-visit.server.ts';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import { collections, isCollection } from '#app/paths.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  if (!isCollection(params.collection) || !params.id) throw notFound();
  const viewer = signedIn(door, request);
  const lifecycle = collections[params.collection];
  const opened = await openRecord(door.house, viewer.actor, lifecycle, params.id);
  if (opened === undefined) throw notFound();
  const content = await contentFor(door.house, viewer.actor, opened);
  return {
    title: opened.view.organization.name,
    view: opened.view,
    content,
    letters: lettersOfRecord(opened.view),
    // a form that was sent here by mistake is no visit: nothing counts as seen by it
    news:
      request.method === 'POST'
        ? noNews
        : await newsSinceLastVisit(door.house, viewer.person.id, opened.view, content.sections),
  };
}

export default function RecordRoute() {
  const { view, content, letters, news } = useLoaderData<typeof loader>();
  return <RecordPage view={view} content={content} letters={letters} news={news} />;
}
