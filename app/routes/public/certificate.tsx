import type { LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CertificatePage } from '#app/components/public/certificate-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { certificateByNumber } from '#db/reads/public.server.ts';

export const handle = { narrow: true, kept: true };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  // People type small letters and full-width ones; numbers have neither.
  const number = (params.number ?? '').normalize('NFKC').trim().toUpperCase().slice(0, 60);
  const found = await certificateByNumber(door.house.store.read, number);
  return json(
    {
      title: translator(door.locale)('public.certificates'),
      number,
      certificate: found
        ? {
            organizationName: found.organization_name,
            organizationId: found.listed === 1 ? found.organization_id : null,
            issuedOn: found.issued_on,
            revokedOn: found.revoked_on,
            center: { name: found.center_name, nameEn: found.center_name_en },
          }
        : null,
    },
    { status: found ? 200 : 404 },
  );
}

export default function CertificateRoute() {
  return <CertificatePage view={useLoaderData<typeof loader>()} />;
}
