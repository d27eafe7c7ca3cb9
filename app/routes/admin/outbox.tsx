import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OutboxPage } from '#app/components/admin/outbox-page.tsx';
import { demandInstance, doneAt, drawing, drawnAgain, readAdmin } from '#app/http/admin-door.server.ts';
import { messagesShown } from '#app/http/admin-messages.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { retryOutboxMessage } from '#app/operations/admin/retry-message.server.ts';
import { paths } from '#app/paths.ts';
import { recentMessages, stuckMessages } from '#db/reads/admin-outbox.server.ts';

const mostStuck = 100;
const size = 30;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  demandInstance(door, request, 'outbox.read');
  const db = door.house.store.read;
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const found = await recentMessages(db, after, size + 1);
  const recent = found.slice(0, size);
  const { key, done } = drawing(request);
  return {
    title: translator(door.locale)('admin.outbox.title'),
    page: {
      stuck: await messagesShown(db, await stuckMessages(db, mostStuck), door.demo),
      recent: await messagesShown(db, recent, door.demo),
      next: found.length > size ? `${paths.admin('outbox')}?after=${recent.at(-1)?.id ?? ''}` : null,
      idempotencyKey: key,
      done,
    },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = demandInstance(door, request, 'outbox.retry');
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const retried = await retryOutboxMessage(door.house, {
    ...read.asked,
    id: read.sent.input.get('id') ?? '',
  });
  if (!retried.ok) return drawnAgain(read, retried.refusals);
  throw doneAt(paths.admin('outbox'), 'messageRetried');
}

export default function OutboxRoute() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <OutboxPage {...page} errors={answer?.errors ?? []} />;
}
