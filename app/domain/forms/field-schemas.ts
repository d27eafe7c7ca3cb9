import { z } from 'zod';
import { addMonths, isRealDate } from '../calendar.ts';
import { parseYuan } from '../money.ts';
import { type Refusal, type Result, refusal } from '../refusal.ts';
import type { Field, SimpleField } from './field.ts';
import { cleanLine, cleanText, lengthOf, plainFigures } from './plain-text.ts';
import { readFormat } from './text-formats.ts';

type Of<K extends Field['kind']> = Extract<Field, { kind: K }>;
type Simple = string | number | boolean;

/** What a simple input makes of its text: the value, or why not. Blank texts do not come here. */
type Reader<T> = (text: string) => T | Refusal;

const isRefusal = (read: unknown): read is Refusal =>
  typeof read === 'object' && read !== null && 'code' in read;

/** Adds a refusal to what zod found: the message is its code. */
function refuse(context: z.RefinementCtx, { code, params }: Refusal, path: (string | number)[] = []): void {
  context.addIssue({ code: 'custom', message: code, path, ...(params ? { params } : {}) });
}

/** A text that is read by `read`; blank is refused, or `undefined` where the field is optional. */
const typed = <T extends Simple>(optional: boolean | undefined, read: Reader<T>) =>
  z.string().transform((text, context): T | undefined => {
    if (cleanText(text) === '') {
      if (!optional) refuse(context, refusal('form.required'));
      return undefined;
    }
    const value = read(text);
    if (!isRefusal(value)) return value;
    refuse(context, value);
    return z.NEVER;
  });

/** The schema of a field that is one input. `today` keeps dates without bounds within a century. */
export function simpleSchema(
  field: SimpleField | Of<'yesNo'>,
  today: string,
): z.ZodType<Simple | undefined, string> {
  switch (field.kind) {
    case 'text':
      return typed(field.optional, (text) => readText(field, cleanLine(text)));
    case 'paragraph':
      return typed(field.optional, (text) => readText(field, cleanText(text)));
    case 'integer':
      return typed(field.optional, (text) => readInteger(field, plainFigures(text)));
    case 'decimal':
      return typed(field.optional, (text) => readDecimal(field, plainFigures(text)));
    case 'money':
      return typed(field.optional, (text) => orRefusal(parseYuan(cleanText(text))));
    case 'date':
      return typed(field.optional, (text) => readDate(field, plainFigures(text), today));
    case 'choice':
      return typed(field.optional, (text) =>
        field.options.some((option) => option.value === text) ? text : refusal('form.choice'),
      );
    case 'yesNo':
      return typed(field.optional, (text) =>
        text === 'yes' || text === 'no' ? text === 'yes' : refusal('form.choice'),
      );
    case 'tick':
      return tickSchema(field.optional);
  }
}

const tickSchema = (optional: boolean | undefined) =>
  z.string().transform((text, context): boolean => {
    const ticked = text === 'yes' || text === 'on' || text === 'true';
    if (!ticked && !optional) refuse(context, refusal('form.mustTick'));
    return ticked;
  });

/** The schema of boxes that share a name: the chosen options in their own order. */
export const choicesSchema = (field: Of<'choices'>) =>
  z.array(z.string()).transform((texts, context): readonly string[] | undefined => {
    const sent = texts.filter((text) => text !== '');
    const chosen = field.options.map((option) => option.value).filter((value) => sent.includes(value));
    if (sent.some((text) => !chosen.includes(text))) refuse(context, refusal('form.choice'));
    if (sent.length === 0) {
      if (!field.optional) refuse(context, refusal('form.required'));
      return undefined;
    }
    if (field.min !== undefined && chosen.length < field.min)
      refuse(context, refusal('form.tooFew', { min: field.min }));
    if (field.max !== undefined && chosen.length > field.max)
      refuse(context, refusal('form.tooManyChosen', { max: field.max }));
    return chosen;
  });

function readText(field: Of<'text'> | Of<'paragraph'>, text: string): string | Refusal {
  const length = lengthOf(text);
  if (length > field.max) return refusal('form.tooLong', { max: field.max, length });
  if (field.min !== undefined && length < field.min)
    return refusal('form.tooShort', { min: field.min, length });
  return field.kind === 'text' && field.format ? orRefusal(readFormat(field.format, text)) : text;
}

/** A figure, grouped by thousands or not, as people and ledgers write it: '3,000'. */
const FIGURE = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

function readInteger(field: Of<'integer'>, text: string): number | Refusal {
  if (!FIGURE.test(text)) return refusal('form.number');
  if (text.includes('.')) return refusal('form.integer');
  return within(field, Number(text.replaceAll(',', '')));
}

function readDecimal(field: Of<'decimal'>, text: string): number | Refusal {
  if (!FIGURE.test(text)) return refusal('form.number');
  if ((text.split('.')[1] ?? '').length > 2) return refusal('form.decimals', { most: 2 });
  return within(field, Number(text.replaceAll(',', '')));
}

/** Minus nought is nought. */
const within = (field: { readonly min: number; readonly max: number }, figure: number): number | Refusal =>
  figure >= field.min && figure <= field.max
    ? figure + 0
    : refusal('form.range', { min: field.min, max: field.max });

const CENTURY_IN_MONTHS = 1200;

function readDate(field: Of<'date'>, text: string, today: string): string | Refusal {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  const date = match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : '';
  if (!isRealDate(date)) return refusal('form.date');
  const from = field.notBefore ?? addMonths(today, -CENTURY_IN_MONTHS);
  const to = field.notAfter ?? addMonths(today, CENTURY_IN_MONTHS);
  if (date < from) return refusal('form.dateBefore', { from });
  return date > to ? refusal('form.dateAfter', { to }) : date;
}

/** The value, or the first refusal. */
const orRefusal = <T>(read: Result<T>): T | Refusal =>
  read.ok ? read.value : (read.refusals[0] ?? refusal('form.required'));
