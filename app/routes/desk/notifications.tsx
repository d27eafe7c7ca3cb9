import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { happenedWords } from '#app/components/lifecycle/words.ts';
import { Button } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { HistoryLog } from '#app/components/ui/history-log.tsx';
import { useTranslate } from '#app/components/ui/locale.tsx';
import { Pager } from '#app/components/ui/pager.tsx';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { DoorContext } from '#app/http/context.ts';
import { signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { markNotificationsRead } from '#app/operations/mark-notifications-read.server.ts';
import { paths } from '#app/paths.ts';
import { notificationsOf } from '#db/reads/notifications.server.ts';

const size = 30;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const before = new URL(request.url).searchParams.get('after');
  const found = await notificationsOf(door.house.store.read, viewer.person.id, before, size + 1);
  const rows = found.slice(0, size);
  return {
    title: translator(door.locale)('shell.notifications'),
    rows,
    unread: rows.some((r) => r.read_at === null),
    next: found.length > size ? `${paths.notifications()}?after=${rows.at(-1)?.id}` : null,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  await markNotificationsRead(door.house, viewer.person.id);
  return redirect(paths.notifications(), 303);
}

export default function NotificationsRoute() {
  const { rows, unread, next } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageTitle>{t('shell.notifications')}</PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={t('desk.noNews')}>{t('desk.noNewsLead')}</EmptyState>
      ) : (
        <Card>
          {unread && (
            <form method="post" action={paths.notifications()}>
              <Button look="quiet">{t('desk.markRead')}</Button>
            </form>
          )}
          <HistoryLog
            entries={rows.map((r) => {
              const lifecycle = r.lifecycle as LifecycleName;
              return {
                id: r.id,
                at: r.at,
                who: r.actor_name || null,
                what: (
                  <>
                    {happenedWords(t, lifecycle, r.event)} ·{' '}
                    <a href={paths.record(lifecycle, r.record_id)}>{r.organization_name}</a>
                  </>
                ),
                fresh: r.read_at === null,
              };
            })}
          />
        </Card>
      )}
      <Pager next={next} />
    </>
  );
}
