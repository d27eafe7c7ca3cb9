import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LetterPage } from '#app/components/letters/letter-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { demandLetter } from '#app/http/letter-door.server.ts';

/** A letter that followed from an event, as a page that prints as the letter and nothing else. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const said = await demandLetter(context as DoorContext, request, params);
  return { title: said.letter.title, ...said };
}

export default function LetterRoute() {
  const { title: _title, ...said } = useLoaderData<typeof loader>();
  return <LetterPage {...said} />;
}
