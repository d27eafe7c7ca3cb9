import { createContext, type ReactNode, useContext } from 'react';
import { defaultLocale, type Locale } from '#app/i18n/locale.ts';
import { type Translate, translator } from '#app/i18n/translate.ts';

interface Speech {
  readonly translate: Translate;
  readonly now: string;
}

/** The language of the page and the instant it was made at; Chinese where nobody provided one. */
export const LocaleContext = createContext<Speech>({ translate: translator(defaultLocale), now: '' });

export interface LocaleProviderProps {
  readonly locale: Locale;
  /** The instant of the request, ISO in UTC; every "4 days left" of the page counts from it. */
  readonly now: string;
  readonly children: ReactNode;
}

/** Wraps the whole document once, in the root route. */
export function LocaleProvider({ locale, now, children }: LocaleProviderProps) {
  return (
    <LocaleContext.Provider value={{ translate: translator(locale), now }}>{children}</LocaleContext.Provider>
  );
}

/** How this page speaks: `const t = useTranslate(); t('ui.button.save'); t.format.money(fen)`. */
export const useTranslate = (): Translate => useContext(LocaleContext).translate;

/** The instant of the request, for dates that say how far away they are. */
export function useNow(): string {
  const { now } = useContext(LocaleContext);
  if (now === '') throw new Error('LocaleProvider with now is missing above this component');
  return now;
}
