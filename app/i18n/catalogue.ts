/**
 * Every sentence of the product, by key, in each language.
 *
 * An area is two files of the same name, `zh-CN/<area>.ts` and `en/<area>.ts`, each exporting one flat
 * object of dotted keys; the English one `satisfies Record<keyof typeof zh, string>`, so a missing key does
 * not compile. Add its two imports and two spreads here: `tests/i18n` fails for an area that is left out.
 * The imports are written out because `import.meta.glob` exists in Vite only, and jobs are bundled without it.
 */
import { forms as enForms } from './en/forms.ts';
import { rubrics as enRubrics } from './en/rubrics.ts';
import { ui as enUi } from './en/ui.ts';
import type { Locale } from './locale.ts';
import { forms as zhForms } from './zh-CN/forms.ts';
import { rubrics as zhRubrics } from './zh-CN/rubrics.ts';
import { ui as zhUi } from './zh-CN/ui.ts';

const zh = {
  ...zhUi,
  ...zhForms,
  ...zhRubrics,
} as const;

const en = {
  ...enUi,
  ...enForms,
  ...enRubrics,
} as const satisfies Record<keyof typeof zh, string>;

/** A key that exists, in every language. */
export type MessageKey = keyof typeof zh;

/** The messages of each language, in ICU MessageFormat. */
export const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': zh,
  en,
};

/** Whether a key built at run time (`state.` + …) names a message. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(zh, key);
