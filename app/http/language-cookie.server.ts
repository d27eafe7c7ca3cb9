import { isLocale, type Locale } from '#app/i18n/locale.ts';
import type { Configuration } from '#app/outside/configuration.server.ts';
import { ownCookie } from './cookies.server.ts';

const cookieOf = ({ publicUrl }: Pick<Configuration, 'publicUrl'>) =>
  ownCookie('language', publicUrl?.startsWith('https:') ?? false);

const aYear = 365 * 24 * 60 * 60;

/** The language that someone without an account chose, if any. An account's own language goes before it. */
export function languageOf(
  configuration: Pick<Configuration, 'publicUrl'>,
  cookieHeader: string,
): Locale | null {
  const value = cookieOf(configuration).read(cookieHeader);
  return isLocale(value) ? value : null;
}

/** The `Set-Cookie` header that remembers a language for a year. */
export const rememberLanguage = (configuration: Pick<Configuration, 'publicUrl'>, locale: Locale): string =>
  cookieOf(configuration).set(locale, aYear);
