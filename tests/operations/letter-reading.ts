import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';
import { letterDocx } from '#app/documents/letter-docx.server.ts';
import { sayLetter } from '#app/documents/letter-words.ts';
import { type LetterName, parseLetterId } from '#app/domain/letters/kinds.ts';
import type { Letter, LetterText } from '#app/domain/letters/letter.ts';
import { mapLetter } from '#app/domain/letters/letter.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { type Locale, locales } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { lettersOfRecord } from '#app/operations/letters/letters-of-record.server.ts';
import { openLetter } from '#app/operations/letters/open-letter.server.ts';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import type { World } from '#tests/world.ts';

export const origin = 'https://hatchery.test';

/** The letters that somebody finds on the page of a record, the oldest first; none where there is no page for them. */
export async function lettersFor(
  world: World,
  who: string | Actor,
  lifecycle: LifecycleName,
  id: string,
): Promise<readonly string[]> {
  const actor = typeof who === 'string' ? await world.as(who) : who;
  const opened = await openRecord(world.house, actor, lifecycle, id);
  return opened === undefined
    ? []
    : lettersOfRecord(opened.view)
        .map((l) => l.id)
        .reverse();
}

/** Which kinds of letters somebody finds on the page of a record, the oldest first. */
export const kindsFor = async (
  world: World,
  who: string,
  lifecycle: LifecycleName,
  id: string,
): Promise<readonly string[]> =>
  (await lettersFor(world, who, lifecycle, id)).map((l) => parseLetterId(l)?.name ?? l);

/** One letter as somebody gets it; undefined when there is none for them. */
export async function letterFor(
  world: World,
  who: string,
  lifecycle: LifecycleName,
  id: string,
  letterId: string,
): Promise<Letter<LetterText> | undefined> {
  const opened = await openLetter(world.house, await world.as(who), lifecycle, id, letterId, origin);
  return opened?.letter;
}

/** The newest letter of a kind in one language, as lines of text; it must be there. */
export async function readLetter(
  world: World,
  who: string,
  lifecycle: LifecycleName,
  id: string,
  name: LetterName,
  locale: Locale = 'zh-CN',
): Promise<string> {
  const found = (await lettersFor(world, who, lifecycle, id)).filter((l) => parseLetterId(l)?.name === name);
  const last = found.at(-1);
  if (last === undefined) throw new Error(`${who} finds no ${name}`);
  const letter = await letterFor(world, who, lifecycle, id, last);
  if (letter === undefined) throw new Error(`${who} cannot open ${last}`);
  return textsOf(sayLetter(letter, translator(locale))).join('\n');
}

/** Every text of a letter, in order. */
export function textsOf(letter: Letter<string>): readonly string[] {
  const texts: string[] = [];
  mapLetter(letter, (text) => texts.push(text));
  return texts;
}

/** What must hold for every letter in both languages: everything is said, and the .docx says the same. */
export async function checkLetter(letter: Letter<LetterText>): Promise<void> {
  for (const locale of locales) {
    const said = sayLetter(letter, translator(locale));
    for (const text of textsOf(said)) {
      expect(text, 'every text says something').not.toBe('');
      expect(text, 'nothing is left open or raw').not.toMatch(
        /…|undefined|NaN|\[object|\b(letter|letters|content|ground|incubation|evaluation|graduation|application|progress_report)\.\w/,
      );
    }
    const { document, text } = readDocx(await letterDocx(said, locale));
    expect(document).toContain('w:pgSz');
    for (const line of textsOf(said).flatMap((t) => t.split('\n')))
      expect(text, 'the file says what the page says').toContain(line.trim());
  }
}

/** Checks every letter that somebody finds on a record's page, and answers which kinds they are. */
export async function checkLetters(
  world: World,
  who: string,
  lifecycle: LifecycleName,
  id: string,
): Promise<readonly string[]> {
  const found = await lettersFor(world, who, lifecycle, id);
  for (const letterId of found) {
    const letter = await letterFor(world, who, lifecycle, id, letterId);
    if (letter === undefined) throw new Error(`${who} finds ${letterId} and cannot open it`);
    await checkLetter(letter);
  }
  return found.map((l) => parseLetterId(l)?.name ?? l);
}

/** A .docx opened again: every part is well-formed XML; `text` is what one reads. */
export function readDocx(bytes: Uint8Array): { readonly document: string; readonly text: string } {
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files))
    if (/\.(xml|rels)$/.test(name))
      new SaxesParser({ xmlns: true, fileName: name }).write(strFromU8(content)).close();
  const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  let text = '';
  const parser = new SaxesParser({ xmlns: false });
  parser.on('text', (t) => {
    text += t;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:p') text += '\n';
  });
  parser.write(document).close();
  return { document, text };
}
