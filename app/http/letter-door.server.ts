import { sayLetter } from '#app/documents/letter-words.ts';
import type { Letter } from '#app/domain/letters/letter.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { isLocale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { openLetter } from '#app/operations/letters/open-letter.server.ts';
import { collections, isCollection } from '#app/paths.ts';
import type { DoorContext } from './context.ts';
import { notFound, signedIn } from './guarded.server.ts';

/** A letter in one language, for whoever asks for it as a page or as a file. */
export interface SaidLetter {
  readonly lifecycle: LifecycleName;
  readonly recordId: string;
  readonly letterId: string;
  readonly organizationName: string;
  readonly language: Locale;
  readonly letter: Letter<string>;
}

/**
 * The letter of an address, in the language that `?language=` asks for, else in the reader's. 404 (thrown) where there
 * is none for this reader.
 */
export async function demandLetter(
  door: DoorContext,
  request: Request,
  params: Readonly<Record<string, string | undefined>>,
): Promise<SaidLetter> {
  const viewer = signedIn(door, request);
  const { collection, id: recordId, letter: letterId } = params;
  if (!isCollection(collection) || !recordId || !letterId) throw notFound();
  const lifecycle = collections[collection];
  const url = new URL(request.url);
  const opened = await openLetter(door.house, viewer.actor, lifecycle, recordId, letterId, url.origin);
  if (opened === undefined) throw notFound();
  const asked = url.searchParams.get('language');
  const language = isLocale(asked) ? asked : door.locale;
  return {
    lifecycle,
    recordId,
    letterId,
    organizationName: opened.organizationName,
    language,
    letter: sayLetter(opened.letter, translator(language)),
  };
}
