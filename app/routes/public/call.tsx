import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CallPage } from '#app/components/public/call-page.tsx';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { DoorContext } from '#app/http/context.ts';
import { notFound } from '#app/http/guarded.server.ts';
import { callWords } from '#app/http/public-words.server.ts';
import { publicCallById } from '#db/reads/public.server.ts';

export const handle = { kept: true };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const call = await publicCallById(door.house.store.read, door.now, params.id ?? '');
  if (call === undefined) throw notFound();
  return {
    ...callWords(call),
    center: {
      name: call.center_name,
      nameEn: call.center_name_en,
      address: call.center_address,
      phone: call.center_phone,
    },
    settings: call.settings,
    road: lifecycleNamed('application').road,
  };
}

export default function CallRoute() {
  return <CallPage view={useLoaderData<typeof loader>()} />;
}
