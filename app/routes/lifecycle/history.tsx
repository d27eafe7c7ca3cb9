import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { RecordHistory } from '#app/components/lifecycle/history.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { useTranslate } from '#app/components/ui/locale.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { notFound, signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import { collections, isCollection, paths } from '#app/paths.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  if (!isCollection(params.collection) || !params.id) throw notFound();
  const viewer = signedIn(door, request);
  const opened = await openRecord(door.house, viewer.actor, collections[params.collection], params.id);
  if (opened === undefined) throw notFound();
  return { title: translator(door.locale)('lifecycle.history'), view: opened.view };
}

export default function HistoryRoute() {
  const { view } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageTitle
        crumbs={[{ label: view.organization.name, href: paths.record(view.lifecycle, view.id) }]}
        lead={t('lifecycle.history.lead')}
      >
        {t('lifecycle.history')}
      </PageTitle>
      <Card>
        <RecordHistory view={view} />
      </Card>
    </>
  );
}
