/** The languages that the product speaks. Chinese is the first and the default. */
export const locales = ['zh-CN', 'en'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'zh-CN';

/** Whether a stored or sent text names one of our languages. */
export const isLocale = (text: unknown): text is Locale => text === 'zh-CN' || text === 'en';

/** A longer header is not a person's wish; only its beginning is read. */
const READ_AT_MOST = 200;

/**
 * The language of a page: what the account says, else the first of the browser's languages that we
 * speak (by `q`, then by order), else Chinese. Both arguments may be absent or nonsense.
 */
export function chooseLocale(accountLocale?: string | null, acceptLanguage?: string | null): Locale {
  if (isLocale(accountLocale)) return accountLocale;
  const wishes = (acceptLanguage ?? '').slice(0, READ_AT_MOST).split(',').map(readWish);
  // sort is stable: equal weights keep the browser's order
  const best = wishes
    .filter((wish) => wish.weight > 0 && wish.locale !== undefined)
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.locale ?? defaultLocale;
}

function readWish(part: string): { locale: Locale | undefined; weight: number } {
  const [tag = '', ...options] = part.trim().toLowerCase().split(';');
  const quality = options.map((option) => option.trim()).find((option) => option.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { locale: spoken(tag.trim()), weight: Number.isFinite(weight) ? weight : 0 };
}

function spoken(tag: string): Locale | undefined {
  if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
  if (tag === 'en' || tag.startsWith('en-')) return 'en';
  return undefined;
}
