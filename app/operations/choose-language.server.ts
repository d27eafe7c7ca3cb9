import type { Locale } from '#app/i18n/locale.ts';
import { setLanguage } from '#db/writes/languages.server.ts';
import type { House } from './house.ts';

/** Remembers the language that a person chose for the pages and mails that they get. */
export const chooseLanguage = (house: House, personId: string, locale: Locale): Promise<void> =>
  house.store.write((trx) => setLanguage(trx, personId, locale));
