import type { LoaderFunctionArgs } from '@remix-run/node';
import { letterDocx } from '#app/documents/letter-docx.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { attachmentHeader } from '#app/http/file-name.server.ts';
import { demandLetter } from '#app/http/letter-door.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { isOfCollection } from '#app/paths.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const handle = { costly: 'export', exists: isOfCollection };

/** The same letter as a .docx, to be changed by no one but signed, stamped and filed. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { letter, language, organizationName } = await demandLetter(context as DoorContext, request, params);
  const name = translator(language)('letters.fileName', {
    title: letter.title,
    organization: organizationName,
  });
  const bytes = await letterDocx(letter, language);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': docxType,
      'Content-Length': String(bytes.length),
      'Content-Disposition': attachmentHeader(`${name}.docx`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
