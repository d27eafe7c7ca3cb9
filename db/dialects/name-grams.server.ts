/** The letters and digits of one word, in one form and one case; signs and spaces say nothing. */
const lettersOf = (word: string): readonly string[] =>
  [...word.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));

const pairs = (letters: readonly string[]): readonly string[] =>
  letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);

/**
 * What a name is found by: each two neighbouring characters, and each one alone. Two Chinese characters are enough
 * for people and too few for trigrams.
 */
export function gramsOfName(name: string): readonly string[] {
  const letters = lettersOf(name);
  return [...new Set([...pairs(letters), ...letters])];
}

/**
 * What must all stand in a name that is looked for: the pairs of each word of the query, or the only character of a
 * word. Null when it holds no letter and no digit: then nothing is looked for.
 */
export function gramsOfQuery(query: string): readonly string[] | null {
  const words = query
    .split(/\s+/u)
    .map(lettersOf)
    .filter((letters) => letters.length > 0);
  if (words.length === 0) return null;
  return [...new Set(words.flatMap((letters) => (letters.length === 1 ? letters : pairs(letters))))];
}
