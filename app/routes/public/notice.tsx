import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NoticePage } from '#app/components/public/notice-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { notFound } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { openNotice } from '#app/operations/public/open-notice.server.ts';

export const handle = { narrow: true, kept: true };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const opened = await openNotice(door.house, params.id ?? '');
  if (opened === undefined) throw notFound();
  const { view } = opened;
  const t = translator(door.locale);
  return { title: t('public.notice.title', { name: view.organizationName }), ...view };
}

export default function NoticeRoute() {
  return <NoticePage view={useLoaderData<typeof loader>()} />;
}
