import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';

/** What a reader of a part is told: elements by their local names, and the text between them. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A handler throws this to stop reading with a reason. */
export class StopReading extends Error {
  constructor(readonly why: Refusal) {
    super(why.code);
  }
}

/** Positions cost time and nobody asks for them. */
const options = { xmlns: false, position: false } as const;
const DEEPEST = 64;
const LESS_THAN = 0x3c;

/**
 * Reads one XML part. A document type is refused before anything is parsed: with it go external entities and
 * entities that multiply. Nothing is ever fetched. Broken XML and odd encodings are `register.file.damaged`.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): Result<true> {
  const text = decode(bytes);
  if (text === undefined) return refused(refusal('register.file.damaged'));
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refused(refusal('register.file.doctype'));
  const parser = new SaxesParser<typeof options>(options);
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw new StopReading(refusal('register.file.damaged'));
    handler.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(localName(tag.name));
  });
  const onText = (piece: string) => handler.text?.(piece);
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('error', () => {
    throw new StopReading(refusal('register.file.damaged'));
  });
  try {
    parser.write(text).close();
    return done(true);
  } catch (error) {
    if (error instanceof StopReading) return refused(error.why);
    throw error;
  }
}

/** How many tags a part has at most, counted without reading it: what parsing will cost. */
export const tagsIn = (bytes: Uint8Array): number => {
  let count = 0;
  for (const byte of bytes) if (byte === LESS_THAN) count += 1;
  return count;
};

/** An attribute by its local name: `r:id` is asked for as `id`. */
export function attribute(
  attributes: Readonly<Record<string, SaxesAttributePlain['value']>>,
  name: string,
): string | undefined {
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** XML of spreadsheets is UTF-8; some programs write UTF-16 with its mark. */
function decode(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
