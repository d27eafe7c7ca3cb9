/** The letters and digits of one word, in one form and one case; signs and spaces say nothing. */
const lettersOf = (word: string): readonly string[] =>
  [...word.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));

const pairs = (letters: readonly string[]): readonly string[] =>
  letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);

/**
 * What a name is found by: each two neighbouring characters, and the last one alone, so that one character finds it
 * too (as the beginning of a pair). Two Chinese characters are enough for people and too few for trigrams.
 */
export function gramsOfName(name: string): readonly string[] {
  const letters = lettersOf(name);
  return [...new Set([...pairs(letters), ...letters.slice(-1)])];
}

/** What is looked for: pairs that must all stand in the name, and beginnings of pairs. */
export interface SoughtGrams {
  readonly whole: readonly string[];
  readonly beginnings: readonly string[];
}

/** Each word of a query by its pairs. Null when it holds no letter and no digit: then nothing is looked for. */
export function gramsOfQuery(query: string): SoughtGrams | null {
  const words = query
    .split(/\s+/u)
    .map(lettersOf)
    .filter((letters) => letters.length > 0);
  if (words.length === 0) return null;
  return {
    whole: [...new Set(words.flatMap(pairs))],
    beginnings: [...new Set(words.flatMap((letters) => (letters.length === 1 ? letters : [])))],
  };
}
