import { readFileSync } from 'node:fs';
import { sourcesIn } from '../house/source.ts';

const data = new URL('../data/', import.meta.url);

export interface Requirement {
  readonly id: string;
  readonly level: string;
  readonly check: string;
  readonly test: string;
}

export const standing = JSON.parse(readFileSync(new URL('asvs-standing.json', data), 'utf8')) as {
  /** Why a requirement has no subject here, by its number. */
  readonly notApplicable: Readonly<Record<string, string>>;
  /** GB/T 22239-2019, level 2: the evidence for each item. */
  readonly mlps: Readonly<Record<string, readonly string[]>>;
};

/** The rows of the ASVS list, without the words of the standard. */
export function requirements(): readonly Requirement[] {
  const [, ...rows] = csvRows(readFileSync(new URL('asvs5-l1-l2.csv', data), 'utf8').replace(/^\ufeff/, ''));
  return rows
    .filter((row) => row.length > 6)
    .map((row) => ({ id: row[0]!.slice(1), level: row[1]!, check: row[5]!, test: row[6]! }));
}

/** Where a test says in its name that it proves a requirement, by the requirement's number. */
export function claims(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of sourcesIn('tests')) {
    if (!/\.test\.tsx?$/.test(path)) continue;
    for (const [, id = ''] of text.matchAll(/\[ASVS (\d+\.\d+\.\d+)\]/g)) {
      const files = found.get(id) ?? [];
      if (!files.includes(path)) found.set(id, [...files, path]);
    }
  }
  return found;
}

/** Rows of comma-separated text with quotes, as RFC 4180 has them. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
    if (end === '') break;
  }
  return rows;
}
