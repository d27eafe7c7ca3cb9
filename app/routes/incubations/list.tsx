import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ListPage } from '#app/components/lifecycle/list-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { recordList } from '#app/http/record-list.server.ts';

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  recordList(context as DoorContext, request, 'incubation');

export default function ListRoute() {
  return <ListPage view={useLoaderData<typeof loader>()} />;
}
