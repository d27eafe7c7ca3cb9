import type { LoaderFunctionArgs } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { attachmentHeader } from '#app/http/file-name.server.ts';
import { notFound, signedIn } from '#app/http/guarded.server.ts';
import { openDocument } from '#app/operations/view/open-document.server.ts';

export const handle = { costly: 'export' };

/** A document as an attachment, for those who may read the record it belongs to. Never shown inline: uploads are inert. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const document = await openDocument(door.house, viewer.actor, params.id ?? '');
  if (document === undefined) throw notFound();
  const content = await door.files.stream(document.sha256);
  if (content === undefined) throw notFound();
  return new Response(content.body, {
    headers: {
      'Content-Type': document.mime,
      'Content-Length': String(content.size),
      'Content-Disposition': attachmentHeader(document.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
