import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RubricsPage } from '#app/components/admin/rubrics-page.tsx';
import { demandCenter } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { newestPublishedOf, rubricVersionsOf } from '#db/reads/admin-rubrics.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { center, centers } = await demandCenter(door, request, 'rubric.edit');
  const versions = await rubricVersionsOf(door.house.store.read, center.id);
  return {
    title: translator(door.locale)('admin.rubrics.title'),
    rubrics: versions.map((v) => ({
      id: v.id,
      rubric: v.rubric,
      zh: v.content.zh,
      en: v.content.en,
      version: v.version,
      published_at: v.published_at,
      inUse: newestPublishedOf(versions, v.rubric)?.id === v.id,
    })),
    center: { id: center.id },
    centers,
    done: new URL(request.url).searchParams.get('done'),
  };
}

export default function RubricsRoute() {
  const { rubrics, center, centers, done } = useLoaderData<typeof loader>();
  return <RubricsPage rubrics={rubrics} center={center} centers={centers} done={done} />;
}
