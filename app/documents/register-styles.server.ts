import { done, type Result } from '#app/domain/refusal.ts';
import type { XmlHandler } from './register-xml.server.ts';

/** The numbers of built-in formats that are dates (ECMA-376, 18.8.30; 27 to 36 and 50 to 58 are the Chinese ones). */
const builtInDates = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Which cell styles show a number as a date. `read` feeds the styles part to a handler. */
export function readDateStyles(
  read: (handler: XmlHandler) => Result<true>,
): Result<(style: number) => boolean> {
  const ownFormats = new Map<number, boolean>();
  const styles: number[] = [];
  let inCellStyles = false;
  const result = read({
    open(name, attributes) {
      if (name === 'numFmt')
        ownFormats.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  if (!result.ok) return result;
  const dates = new Set(
    styles.flatMap((format, style) => ((ownFormats.get(format) ?? builtInDates(format)) ? [style] : [])),
  );
  return done((style: number) => dates.has(style));
}

/** Whether a format shows years or days: letters outside of quotes, brackets and escapes. */
const isDateFormat = (code: string): boolean =>
  /[yd年]/i.test(code.slice(0, 200).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) ||
  /y+"?年/i.test(code.slice(0, 200));
