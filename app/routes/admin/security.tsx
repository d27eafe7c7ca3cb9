import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SecurityLogPage } from '#app/components/admin/security-log-page.tsx';
import { addDays, calendarOf, isRealDate, startOfDay } from '#app/domain/calendar.ts';
import { securityKinds } from '#app/domain/people/security-kinds.ts';
import { demandInstance } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { placeIn } from '#app/http/page-place.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { viewSecurityLog } from '#app/operations/people/view-security-log.server.ts';

const wallClock = calendarOf([]);

/** For the auditor, and for nobody who changes anything. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  demandInstance(door, request, 'securityLog.read');
  const place = placeIn(request);
  const date = (name: string) => (isRealDate(place.filter(name)) ? place.filter(name) : '');
  const filter = {
    kind: place.oneOf('kind', securityKinds),
    person: place.filter('person'),
    from: date('from'),
    until: date('until'),
  };
  const page = await viewSecurityLog(door.house, {
    ...place.keyset,
    kind: filter.kind,
    person: filter.person,
    from: filter.from ? startOfDay(filter.from, wallClock) : null,
    until: filter.until ? startOfDay(addDays(filter.until, 1), wallClock) : null,
  });
  return {
    title: translator(door.locale)('admin.security.title'),
    filter,
    lines: page.rows,
    ...place.neighbours(page),
  };
}

export default function SecurityRoute() {
  const view = useLoaderData<typeof loader>();
  return <SecurityLogPage {...view} />;
}
