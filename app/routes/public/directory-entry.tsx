import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EntryPage } from '#app/components/public/entry-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { notFound } from '#app/http/guarded.server.ts';
import { viewEntry } from '#app/operations/public/directory-entry.server.ts';

export const handle = { kept: true };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const view = await viewEntry(door.house, params.id ?? '');
  if (view === undefined) throw notFound();
  return { title: view.name, ...view };
}

export default function DirectoryEntryRoute() {
  return <EntryPage view={useLoaderData<typeof loader>()} />;
}
