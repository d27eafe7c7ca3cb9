import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { Button, Card, RowList, Tag, useNow, useTranslate } from '#app/components/ui/index.ts';
import { redirectWithoutSession } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { endSession, endSessionsOf } from '#app/operations/people/end-sessions.server.ts';
import { viewSessions } from '#app/operations/people/view-account.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { person, sessionId } = signedIn(door, request);
  const sessions = await viewSessions(door.house, person.id);
  return {
    title: translator(door.locale)('people.sessions'),
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { person, sessionId } = signedIn(door, request);
  const form = await readSent(request);
  if (!form.ok) throw new Response(null, { status: form.status });
  const which = form.value.input.get('session') ?? '';
  if (which === 'all') {
    await endSessionsOf(door.house, person.id, door.address);
    return redirectWithoutSession(door, paths.signIn());
  }
  await endSession(door.house, person.id, which, door.address);
  return which === sessionId ? redirectWithoutSession(door, paths.signIn()) : redirect(paths.sessions(), 303);
}

export default function SessionsRoute() {
  const { sessions } = useLoaderData<typeof loader>();
  const t = useTranslate();
  const now = useNow();
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('shell.account'), href: paths.account() }]}
        lead={t('people.sessions.lead')}
      >
        {t('people.sessions')}
      </PageTitle>
      <Card>
        <RowList
          items={sessions.map((session) => ({
            id: session.id,
            title: (
              <>
                {session.agent || t('people.sessions.unnamed')}{' '}
                {session.isThis && <Tag tone="good">{t('people.sessions.this')}</Tag>}
              </>
            ),
            note: t('people.sessions.times', {
              began: t.format.instant(session.beganAt, now),
              seen: t.format.instant(session.seenAt, now),
            }),
            action: <EndSession which={session.id} words={t('people.sessions.end')} />,
          }))}
        />
      </Card>
      <EndSession which="all" words={t('people.sessions.endAll')} />
    </>
  );
}

function EndSession({ which, words }: { readonly which: string; readonly words: string }) {
  return (
    <form method="post" action={paths.sessions()}>
      <input type="hidden" name="session" value={which} />
      <Button look="quiet">{words}</Button>
    </form>
  );
}
