import type { Letter, LetterText } from '#app/domain/letters/letter.ts';
import { mapLetter } from '#app/domain/letters/letter.ts';
import type { Translate } from '#app/i18n/translate.ts';

/** Characters that XML cannot hold, and those that turn the direction of what follows: nobody needs them in a letter. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** A letter in one language, ready to be drawn: every text is a plain string without anything that XML refuses. */
export const sayLetter = (letter: Letter<LetterText>, t: Translate): Letter<string> =>
  mapLetter(letter, (text) => sayText(text, t));

/** One text of a letter in one language. */
export const sayText = (text: LetterText, t: Translate): string =>
  write(text, t).replace(/\r\n?/g, '\n').replace(unprintable, '');

function write(text: LetterText, t: Translate): string {
  if ('date' in text) return t.format.date(text.date);
  if ('instant' in text) return t.format.instant(text.instant);
  if ('fen' in text) return t.format.money(text.fen);
  if ('number' in text) return t.format.number(text.number);
  if ('score' in text) return t.format.score(text.score / 100);
  if ('all' in text) return t.format.list(text.all.map((one) => write(one, t)));
  if (!('key' in text)) return t.words(text);
  const params = Object.fromEntries(
    Object.entries(text.params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' ? write(value, t) : value,
    ]),
  );
  return t.words({ key: text.key, params });
}
