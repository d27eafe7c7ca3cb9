import { parseArgs } from 'node:util';
import type { Mapping } from '#app/domain/register/index.ts';
import { settingRanges } from '#app/domain/settings.ts';
import { isLocale, type Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { translator } from '#app/i18n/translate.ts';
import { columnSaid, columnTargets } from '#app/operations/register/choices.ts';

/** What the command was asked for. */
export interface ImportArguments {
  readonly file: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** The name or the id of a center. */
  readonly center: string | null;
  readonly mapping: Mapping;
  readonly termMonths: number | null;
  readonly locale: Locale;
}

/** How the command is used, in the language asked for. */
export const usage = (t: Translate): string =>
  t('import.command.usage', { fields: columnTargets.join(', ') });

export type ReadArguments =
  | { readonly ok: true; readonly value: ImportArguments }
  | { readonly ok: false; readonly sentence: string };

/** Reads the arguments of the command; what is wrong is answered as a sentence. */
export function readArguments(args: readonly string[]): ReadArguments {
  const parsed = parse(args);
  const locale = parsed !== undefined && isLocale(parsed.values.lang) ? parsed.values.lang : 'zh-CN';
  const t = translator(locale);
  const wrong = (sentence: string): ReadArguments => ({ ok: false, sentence });
  const [file, ...others] = parsed?.positionals ?? [];
  if (parsed === undefined || file === undefined || others.length > 0) return wrong(usage(t));
  const { values } = parsed;
  if (values.lang !== undefined && !isLocale(values.lang)) return wrong(usage(t));
  const mapping: Record<number, Mapping[number]> = {};
  for (const text of values.map ?? []) {
    const said = columnSaid(text);
    if (said === undefined) return wrong(`${t('import.command.badMap', { text })}\n${usage(t)}`);
    mapping[said[0]] = said[1];
  }
  const { min, max } = settingRanges.termMonths;
  const termMonths = values.term === undefined ? null : Number(values.term);
  if (termMonths !== null && !(Number.isInteger(termMonths) && termMonths >= min && termMonths <= max))
    return wrong(t('import.command.badTerm', { min, max }));
  return {
    ok: true,
    value: {
      file,
      dryRun: values['dry-run'] === true,
      json: values.json === true,
      center: values.center ?? null,
      mapping,
      termMonths,
      locale,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        center: { type: 'string' },
        map: { type: 'string', multiple: true },
        term: { type: 'string' },
        lang: { type: 'string' },
      },
    });
  } catch {
    return undefined;
  }
}
