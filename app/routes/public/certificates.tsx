import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CertificatesPage } from '#app/components/public/certificate-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true, kept: true };

const longestNumber = 60;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const asked = new URL(request.url).searchParams.get('number');
  const number = (asked ?? '').normalize('NFKC').trim().slice(0, longestNumber);
  if (number !== '') throw redirect(paths.certificate(encodeURIComponent(number)), 302);
  return { title: translator(door.locale)('public.certificates'), missing: asked !== null };
}

export default function CertificatesRoute() {
  return <CertificatesPage missing={useLoaderData<typeof loader>().missing} />;
}
