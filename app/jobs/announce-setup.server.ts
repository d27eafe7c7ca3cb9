import { translators } from '#app/i18n/translate.ts';
import { createSetupLink } from '#app/operations/people/create-setup-link.server.ts';
import type { Serving } from './serve.server.ts';

/** Where nobody administers the installation yet: prints the one-time link by which the first administrator comes in. */
export async function announceSetup(serving: Serving): Promise<void> {
  const path = await createSetupLink(serving.house);
  if (path === null) return;
  for (const t of translators()) process.stdout.write(`${t('ui.setupLink')}\n`);
  process.stdout.write(`  ${serving.origin}${path}\n`);
}
