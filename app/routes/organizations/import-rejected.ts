import type { LoaderFunctionArgs } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { attachmentHeader } from '#app/http/file-name.server.ts';
import { notFound, signedIn } from '#app/http/guarded.server.ts';
import { openRejected } from '#app/operations/register/import-runs.server.ts';

export const handle = { costly: 'export' };

/** The rows of an import that stayed out, as a file of the form in which they came, for those who may import there. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const file = await openRejected(door.house, viewer.actor, params.id ?? '');
  const content = file && (await door.files.stream(file.sha256));
  if (file === undefined || content === undefined) throw notFound();
  return new Response(content.body, {
    headers: {
      'Content-Type': file.mime,
      'Content-Length': String(content.size),
      'Content-Disposition': attachmentHeader(file.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
