import type { Device } from '#app/domain/people/devices.ts';
import type { Translate } from '#app/i18n/translate.ts';

/** A browser and what it runs on, as people call them: a browser that nobody knows is not named after its own long name. */
export function deviceWords(t: Translate, { browser, system }: Device): string {
  const name = t(`people.browser.${browser}`);
  return system === 'other'
    ? name
    : t('people.device', { browser: name, system: t(`people.system.${system}`) });
}
