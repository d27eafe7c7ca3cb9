/** What stood in the inputs of a form, as typed, by input name. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

const HOUR_MS = 3_600_000;
/** What was sent after a session had ended is kept so long. */
export const INTERRUPTED_MS = 12 * HOUR_MS;
/** A form that saves itself is kept so long after the last change. */
export const SAVED_MS = 30 * 24 * HOUR_MS;
/** So long after its end a session still tells whose form it was. */
export const RECOGNISED_MS = 24 * HOUR_MS;

/** In characters: as much as a form may be sent with, so that nothing that could be sent is too long to be kept. */
export const LONGEST_DRAFT = 1024 * 1024;
/** Of one person, all together; the oldest go first. */
export const MOST_CHARACTERS = 4 * 1024 * 1024;
export const MOST_DRAFTS = 40;
const LONGEST_PLACE = 500;

/** Inputs that make a sending, or a secret: never kept. */
const NEVER = new Set(['key', 'version']);
const SECRET = /passw|current|secret|token|totp|recovery|one-?time/i;

/** Pages about passwords, devices and second factors: nothing of what is typed there is kept. */
const SECRET_PLACE = /^\/(account\/|sign-|setup|links\/|password-reset)/;

/** Whether what is typed into the form of an address may be kept. */
export const isKeepable = (place: string): boolean =>
  place.length <= LONGEST_PLACE && place.startsWith('/') && !SECRET_PLACE.test(place);

/** What is kept of a form, as JSON; null where there is nothing in it, or more than is kept. */
export function draftText(typed: TypedValues): string | null {
  const entries = Object.entries(typed).filter(([name]) => !NEVER.has(name) && !SECRET.test(name));
  if (entries.every(([, value]) => value.length === 0)) return null;
  const text = JSON.stringify(entries);
  return text.length > LONGEST_DRAFT ? null : text;
}

/** What stands in a draft. Names are only ever looked up, so a name like `__proto__` is one among others. */
export const readDraft = (text: string): TypedValues =>
  Object.fromEntries(JSON.parse(text) as [string, string | string[]][]);

interface Sized {
  readonly size: number;
}

/** Of a person's drafts, newest first, those that go beyond what one person may keep. */
export function beyondMeasure<T extends Sized>(newestFirst: readonly T[]): readonly T[] {
  let characters = 0;
  return newestFirst.filter(({ size }, index) => {
    characters += size;
    return index >= MOST_DRAFTS || characters > MOST_CHARACTERS;
  });
}

/** An instant (ISO) so many milliseconds after another. */
export const after = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
