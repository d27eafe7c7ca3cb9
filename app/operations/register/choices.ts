import type { Field, Values } from '#app/domain/forms/field.ts';
import { optionsOf } from '#app/domain/lifecycles/common-fields.ts';
import type { FieldRefusal } from '#app/domain/refusal.ts';
import {
  findLayout,
  type Grid,
  guessField,
  type Mapping,
  registerFields,
} from '#app/domain/register/index.ts';
import { settingRanges } from '#app/domain/settings.ts';
import type { Words } from '#app/domain/words.ts';

/** A column that a person may name. */
export interface NamedColumn {
  /** From 0. */
  readonly index: number;
  /** Its heading; empty where it has none. */
  readonly label: string;
  /** The first thing that stands in it. */
  readonly sample: string;
  /** What it is taken for as long as nobody says otherwise. */
  readonly guess: string;
}

export const columnTargets = [...registerFields, 'ignore'] as const;

/** More columns than this are not asked for, and a sample is looked for in so many rows. */
const MOST_COLUMNS = 40;
const ROWS_SAMPLED = 50;
const LONGEST_SAMPLE = 24;

/** A mapping that says nothing and still asks for the headings of a sheet in which none is known. */
export const whateverHeadings: Mapping = { [-1]: 'ignore' };

/** The columns of the sheet that is read, with or without headings; none where no row looks like a table. */
export function columnsOf(grid: Grid): readonly NamedColumn[] {
  const layout = findLayout(grid) ?? findLayout(grid, whateverHeadings);
  if (layout === undefined) return [];
  const below = layout.sheet.rows.filter((row) => row.number > layout.lastHeaderRow).slice(0, ROWS_SAMPLED);
  const width = Math.max(
    0,
    ...layout.columns.map((c) => c.index + 1),
    ...below.map((row) => row.cells.length),
  );
  const headed = new Map(layout.columns.map((column) => [column.index, column]));
  const headings = layout.sheet.rows.find((row) => row.number === layout.headerRow)?.cells ?? [];
  return Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, index) => index).flatMap((index) => {
    const column = headed.get(index);
    const sample = below.map((row) => row.cells[index]?.text.trim() ?? '').find((text) => text !== '') ?? '';
    // a heading that is no column is the one of the reasons from the last time
    const isReason = column === undefined && (headings[index]?.text.trim() ?? '') !== '';
    if (isReason || (column === undefined && sample === '')) return [];
    return [
      { index, label: column?.label ?? '', sample: shortened(sample), guess: column?.field ?? 'ignore' },
    ];
  });
}

const shortened = (text: string): string => {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > LONGEST_SAMPLE ? `${letters.slice(0, LONGEST_SAMPLE).join('')}…` : letters.join('');
};

/** The name of the input that says what a column holds. */
export const columnInput = (index: number): string => `map.${index}`;

/** What a person may say of a file: each column, the term where the file gives no end, the program where there are several. */
export function choiceFields(
  columns: readonly NamedColumn[],
  programs: readonly { readonly id: string; readonly name: string }[],
): { readonly columns: readonly Field[]; readonly others: readonly Field[] } {
  const { min, max } = settingRanges.termMonths;
  return {
    columns: columns.map((column) => ({
      kind: 'choice',
      name: columnInput(column.index),
      label: columnWords(column),
      ...(column.sample === ''
        ? {}
        : { hint: { key: 'import.column.sample', params: { text: column.sample } } }),
      options: optionsOf('register.field', columnTargets),
    })),
    others: [
      {
        kind: 'integer',
        name: 'term',
        label: { key: 'import.field.term' },
        hint: { key: 'import.field.term.hint' },
        min,
        max,
        unit: { key: 'unit.months' },
      },
      ...(programs.length > 1
        ? [
            {
              kind: 'choice' as const,
              name: 'program',
              label: { key: 'import.field.program' },
              hint: { key: 'import.field.program.hint' },
              options: programs.map((p) => ({ value: p.id, label: { text: p.name } })),
            },
          ]
        : []),
    ],
  };
}

const columnWords = ({ index, label }: NamedColumn): Words =>
  label === ''
    ? { key: 'import.column.nameless', params: { number: index + 1 } }
    : { key: 'import.column.named', params: { number: index + 1, heading: label } };

/** The choices before anybody made any, as they stand in the inputs. */
export const firstChoices = (
  columns: readonly NamedColumn[],
  program: { readonly id: string; readonly termMonths: number },
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(columns.map((column) => [columnInput(column.index), column.guess])),
  term: String(program.termMonths),
  program: program.id,
});

/** What a person said of the columns. Refused where two are said to hold the same, or none the name. */
export function mappingOf(
  columns: readonly NamedColumn[],
  values: Values,
): { readonly mapping: Mapping; readonly refusals: readonly FieldRefusal[] } {
  const mapping: Record<number, Mapping[number]> = {};
  const refusals: FieldRefusal[] = [];
  const taken = new Map<string, NamedColumn>();
  for (const column of columns) {
    const said = columnTargets.find((target) => target === values[columnInput(column.index)]) ?? 'ignore';
    mapping[column.index] = said;
    if (said === 'ignore') continue;
    const other = taken.get(said);
    if (other === undefined) taken.set(said, column);
    else
      refusals.push({
        field: columnInput(column.index),
        code: 'import.column.twice',
        params: { number: other.index + 1 },
      });
  }
  const first = columns[0];
  if (!taken.has('name') && first !== undefined)
    refusals.push({ field: columnInput(first.index), code: 'import.column.noName' });
  return { mapping, refusals };
}

/** A column as the command takes it: its number from 1 or its letters, and what it holds; undefined for anything else. */
export function columnSaid(text: string): readonly [index: number, target: Mapping[number]] | undefined {
  const [, place = '', said = ''] = /^\s*(\d{1,4}|[A-Za-z]{1,2})\s*=\s*(\S+)\s*$/.exec(text) ?? [];
  const target = columnTargets.find((one) => one === said) ?? guessField(said)?.field;
  const index = /^\d/.test(place) ? Number(place) - 1 : indexOfLetters(place);
  return target === undefined || index < 0 ? undefined : [index, target];
}

const indexOfLetters = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
