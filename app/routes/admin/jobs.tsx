import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { JobsPage } from '#app/components/admin/jobs-page.tsx';
import { demandInstance } from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import { duePurges } from '#app/operations/keeping/purge.server.ts';
import { stuckCount } from '#db/reads/admin-outbox.server.ts';
import { choresState } from '#db/reads/admin-overview.server.ts';
import { purgeRuns } from '#db/reads/purging.server.ts';

export const handle = { narrow: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  demandInstance(door, request, 'jobs.read');
  const db = door.house.store.read;
  return {
    title: translator(door.locale)('admin.jobs.title'),
    jobs: {
      ...(await choresState(db, door.now)),
      backsUp: door.configuration.backupDir !== null,
      stuck: await stuckCount(db),
    },
    purging: { due: await duePurges(db, door.now), runs: await purgeRuns(db, 10) },
  };
}

export default function JobsRoute() {
  const { jobs, purging } = useLoaderData<typeof loader>();
  return <JobsPage {...jobs} purging={purging} />;
}
