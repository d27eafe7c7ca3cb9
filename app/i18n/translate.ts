import { IntlMessageFormat } from 'intl-messageformat';
import type { Refusal } from '#app/domain/refusal.ts';
import type { Words } from '#app/domain/words.ts';
import { catalogues, isMessageKey, type MessageKey } from './catalogue.ts';
import { createFormat, type Format } from './format.ts';
import { type Locale, locales } from './locale.ts';

/** What a message's placeholders are filled with. Numbers are written in the way of the language. */
export type Params = Readonly<Record<string, string | number>>;

/** Says things in one language. Made once per language: ask `translator`. */
export interface Translate {
  /** The sentence of a key that is known to exist. */
  (key: MessageKey, params?: Params): string;
  readonly locale: Locale;
  /** Dates, money, sizes and lists in this language. */
  readonly format: Format;
  /** Words of the domain; an unknown key is said as it is, so that it shows. */
  words(words: Words): string;
  /** The sentence of a key that may not exist, such as `field.<name>.hint`. */
  maybe(key: string, params?: Params): string | undefined;
  /**
   * The sentence of a refusal, under `refusal.<code>`; a code without a sentence is named in a general one.
   * `extra` adds what the place knows, such as the `label` of the field; without it `{label}` is "this item".
   */
  refusal(refusal: Refusal, extra?: Params): string;
}

const made = new Map<Locale, Translate>();

/** The translator of a language, with its parsed messages and formatters kept for all requests. */
export function translator(locale: Locale): Translate {
  let translate = made.get(locale);
  if (translate === undefined) {
    translate = create(locale);
    made.set(locale, translate);
  }
  return translate;
}

/** All languages at once, for what is written in both (a mail, a notice). */
export const translators = (): readonly Translate[] => locales.map(translator);

function create(locale: Locale): Translate {
  const messages = catalogues[locale];
  /** Each message as it was first said: plain as it stands, or parsed. */
  const known = new Map<string, string | IntlMessageFormat>();
  const formatters = keepFormatters();
  const read = (key: MessageKey): string | IntlMessageFormat => {
    const message = messages[key];
    return needsParsing(message)
      ? new IntlMessageFormat(message, locale, undefined, { formatters, ignoreTag: true })
      : message;
  };

  const say = (key: MessageKey, params?: Params): string => {
    let message = known.get(key);
    if (message === undefined) {
      message = read(key);
      known.set(key, message);
    }
    return typeof message === 'string' ? message : String(message.format(orDots(params)));
  };

  const maybe = (key: string, params?: Params) => (isMessageKey(key) ? say(key, params) : undefined);

  const format = createFormat(locale, say);
  return Object.assign(say, {
    locale,
    format,
    maybe,
    words: (words: Words): string => {
      if ('text' in words) return words.text;
      if ('key' in words) return maybe(words.key, readable(format, words.params)) ?? words.key;
      return locale === 'en' ? words.en : words.zh;
    },
    refusal: (refusal: Refusal, extra?: Params): string => {
      const params = { label: say('ui.thisItem'), ...extra, ...readable(format, refusal.params) };
      return maybe(`refusal.${refusal.code}`, params) ?? say('ui.refusal.unknown', { code: refusal.code });
    },
  });
}

const isInstant = (value: string | number): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);

const isDay = (value: string | number): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && existsOnCalendar(value);

/** 30 February is what somebody typed, not a day: put through a date format it would read as 1 March. */
const existsOnCalendar = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/** What a sentence is filled with as people read it: a day as its date, an instant as its date and time. */
const readable = (format: Format, params: Params = {}): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isInstant(value) ? format.instant(value, value) : isDay(value) ? format.date(value) : value,
    ]),
  );

/** Plain messages, the most of them, are said without a parser. An apostrophe may quote a brace. */
const needsParsing = (message: string): boolean => message.includes('{') || message.includes("'");

/** A placeholder that nobody filled reads "…": a page with a gap serves better than no page. */
function orDots(params: Params | undefined): Record<string, string | number> {
  return new Proxy(
    { ...params },
    {
      has: () => true,
      get: (target, name) => (typeof name === 'string' ? (target[name] ?? '…') : undefined),
    },
  );
}

/** Intl objects are costly to make: one per kind and options, shared by all messages of a language. */
function keepFormatters() {
  const keep = <A extends unknown[], T>(make: (...args: A) => T) => {
    const kept = new Map<string, T>();
    return (...args: A): T => {
      const name = JSON.stringify(args);
      const known = kept.get(name);
      if (known !== undefined) return known;
      const fresh = make(...args);
      kept.set(name, fresh);
      return fresh;
    };
  };
  return {
    getNumberFormat: keep(
      (locale?: string | string[], options?: object) => new Intl.NumberFormat(locale, options),
    ),
    getDateTimeFormat: keep(
      (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
    ),
    getPluralRules: keep(
      (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
    ),
  };
}
