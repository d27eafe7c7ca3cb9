import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const app = fileURLToPath(new URL('../../app/', import.meta.url));

const sources = (folder: string): string[] =>
  existsSync(app + folder)
    ? readdirSync(app + folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${folder}/${name}`)
    : [];

const files = [...sources('components'), ...sources('routes'), 'root.tsx'].filter((name) =>
  existsSync(app + name),
);

/** Comments may say what they like. */
const withoutComments = (code: string) =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

/** Letters between tags, or in an attribute that people read. */
const spoken = [
  /<\/?[A-Za-z][^<>{}]*[^=]>\s*[^<>{}()=;&|]*\p{L}[^<>{}()=;&|]*<\//gu,
  /\s(?:aria-label|title|placeholder|alt)="[^"]*\p{L}[^"]*"/gu,
];

const wordsIn = (code: string) => spoken.flatMap((pattern) => code.match(pattern) ?? []);

it.each(files)('%s has no Chinese in it', (name) => {
  expect(withoutComments(readFileSync(app + name, 'utf8')).match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
});

it.each(files.filter((name) => name.endsWith('.tsx')))(
  '%s says nothing that is not in the catalogues',
  (name) => {
    expect(wordsIn(withoutComments(readFileSync(app + name, 'utf8')))).toEqual([]);
  },
);

it('the search finds words where there are some', () => {
  expect(wordsIn('<b className="x">Save</b>')).toHaveLength(1);
  expect(wordsIn('<img alt="A cat" />')).toHaveLength(1);
  expect(wordsIn('<b>{t("ui.save")}</b>')).toEqual([]);
});
