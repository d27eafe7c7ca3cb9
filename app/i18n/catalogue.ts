/**
 * Every sentence of the product, by key, in each language.
 *
 * An area is two files of the same name, `zh-CN/<area>.ts` and `en/<area>.ts`, each exporting one flat
 * object of dotted keys; the English one `satisfies Record<keyof typeof zh, string>`, so a missing key does
 * not compile. Add its two imports and two spreads here: `tests/i18n` fails for an area that is left out.
 * The imports are written out because `import.meta.glob` exists in Vite only, and jobs are bundled without it.
 */

import { admin as enAdmin } from './en/admin.ts';
import { application as enApplication } from './en/application.ts';
import { applicationForm as enApplicationForm } from './en/application-form.ts';
import { backup as enBackup } from './en/backup.ts';
import { configuration as enConfiguration } from './en/configuration.ts';
import { content as enContent } from './en/content.ts';
import { demo as enDemo } from './en/demo.ts';
import { evaluation as enEvaluation } from './en/evaluation.ts';
import { files as enFiles } from './en/files.ts';
import { formReading as enFormReading } from './en/form-reading.ts';
import { forms as enForms } from './en/forms.ts';
import { front as enFront } from './en/front.ts';
import { graduation as enGraduation } from './en/graduation.ts';
import { importing as enImporting } from './en/import.ts';
import { incubation as enIncubation } from './en/incubation.ts';
import { letters as enLetters } from './en/letters.ts';
import { lifecycle as enLifecycle } from './en/lifecycle.ts';
import { mail as enMail } from './en/mail.ts';
import { move as enMove } from './en/move.ts';
import { organizationKinds as enOrganizationKinds } from './en/organization-kinds.ts';
import { organizations as enOrganizations } from './en/organizations.ts';
import { people as enPeople } from './en/people.ts';
import { progressReport as enProgressReport } from './en/progress-report.ts';
import { publicPages as enPublicPages } from './en/public.ts';
import { register as enRegister } from './en/register.ts';
import { rubrics as enRubrics } from './en/rubrics.ts';
import { savedFilters as enSavedFilters } from './en/saved-filters.ts';
import { security as enSecurity } from './en/security.ts';
import { shell as enShell } from './en/shell.ts';
import { ui as enUi } from './en/ui.ts';
import type { Locale } from './locale.ts';
import { admin as zhAdmin } from './zh-CN/admin.ts';
import { application as zhApplication } from './zh-CN/application.ts';
import { applicationForm as zhApplicationForm } from './zh-CN/application-form.ts';
import { backup as zhBackup } from './zh-CN/backup.ts';
import { configuration as zhConfiguration } from './zh-CN/configuration.ts';
import { content as zhContent } from './zh-CN/content.ts';
import { demo as zhDemo } from './zh-CN/demo.ts';
import { evaluation as zhEvaluation } from './zh-CN/evaluation.ts';
import { files as zhFiles } from './zh-CN/files.ts';
import { formReading as zhFormReading } from './zh-CN/form-reading.ts';
import { forms as zhForms } from './zh-CN/forms.ts';
import { front as zhFront } from './zh-CN/front.ts';
import { graduation as zhGraduation } from './zh-CN/graduation.ts';
import { importing as zhImporting } from './zh-CN/import.ts';
import { incubation as zhIncubation } from './zh-CN/incubation.ts';
import { letters as zhLetters } from './zh-CN/letters.ts';
import { lifecycle as zhLifecycle } from './zh-CN/lifecycle.ts';
import { mail as zhMail } from './zh-CN/mail.ts';
import { move as zhMove } from './zh-CN/move.ts';
import { organizationKinds as zhOrganizationKinds } from './zh-CN/organization-kinds.ts';
import { organizations as zhOrganizations } from './zh-CN/organizations.ts';
import { people as zhPeople } from './zh-CN/people.ts';
import { progressReport as zhProgressReport } from './zh-CN/progress-report.ts';
import { publicPages as zhPublicPages } from './zh-CN/public.ts';
import { register as zhRegister } from './zh-CN/register.ts';
import { rubrics as zhRubrics } from './zh-CN/rubrics.ts';
import { savedFilters as zhSavedFilters } from './zh-CN/saved-filters.ts';
import { security as zhSecurity } from './zh-CN/security.ts';
import { shell as zhShell } from './zh-CN/shell.ts';
import { ui as zhUi } from './zh-CN/ui.ts';

const zh = {
  ...zhUi,
  ...zhApplication,
  ...zhApplicationForm,
  ...zhPeople,
  ...zhDemo,
  ...zhEvaluation,
  ...zhGraduation,
  ...zhIncubation,
  ...zhProgressReport,
  ...zhImporting,
  ...zhLetters,
  ...zhLifecycle,
  ...zhContent,
  ...zhSecurity,
  ...zhSavedFilters,
  ...zhShell,
  ...zhConfiguration,
  ...zhFiles,
  ...zhFront,
  ...zhMail,
  ...zhMove,
  ...zhForms,
  ...zhFormReading,
  ...zhRubrics,
  ...zhAdmin,
  ...zhBackup,
  ...zhRegister,
  ...zhPublicPages,
  ...zhOrganizations,
  ...zhOrganizationKinds,
} as const;

const en = {
  ...enUi,
  ...enApplication,
  ...enApplicationForm,
  ...enPeople,
  ...enDemo,
  ...enEvaluation,
  ...enGraduation,
  ...enIncubation,
  ...enProgressReport,
  ...enImporting,
  ...enLetters,
  ...enLifecycle,
  ...enContent,
  ...enSecurity,
  ...enSavedFilters,
  ...enShell,
  ...enConfiguration,
  ...enFiles,
  ...enFront,
  ...enMail,
  ...enMove,
  ...enForms,
  ...enFormReading,
  ...enRubrics,
  ...enAdmin,
  ...enBackup,
  ...enRegister,
  ...enPublicPages,
  ...enOrganizations,
  ...enOrganizationKinds,
} as const satisfies Record<keyof typeof zh, string>;

/** A key that exists, in every language. */
export type MessageKey = keyof typeof zh;

/** The messages of each language, in ICU MessageFormat. */
export const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': zh,
  en,
};

const messageKeys: ReadonlySet<string> = new Set(Object.keys(zh));

/** Whether a key built at run time (`state.` + …) names a message. */
export const isMessageKey = (key: string): key is MessageKey => messageKeys.has(key);
