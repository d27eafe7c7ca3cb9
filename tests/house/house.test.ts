import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publicRoutes } from '#app/http/public-routes.ts';
import routes from '#app/routes.ts';
import { type Source, sourcesIn } from './source.ts';

const app = sourcesIn('app', 'db');

/** Which floor a file stands on, and what each floor may lean on. Stairs go down only. */
const floors: readonly (readonly [prefix: string, name: string])[] = [
  ['app/domain/', 'domain'],
  ['db/migrations/', 'migrations'],
  ['db/reads/', 'reads'],
  ['db/writes/', 'writes'],
  ['db/', 'db'],
  ['app/documents/', 'documents'],
  ['app/outside/', 'outside'],
  ['app/operations/', 'operations'],
  ['app/components/', 'components'],
  ['app/i18n/', 'i18n'],
  ['app/styles/', 'styles'],
  ['app/paths.ts', 'paths'],
  ['app/', 'doors'],
];

const mayLeanOn: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  migrations: ['migrations'],
  reads: ['domain', 'reads', 'db'],
  writes: ['domain', 'reads', 'writes', 'db'],
  db: ['domain', 'db', 'migrations', 'reads'],
  documents: ['domain', 'i18n', 'documents'],
  outside: ['domain', 'i18n', 'outside'],
  operations: ['domain', 'reads', 'writes', 'db', 'documents', 'outside', 'i18n', 'operations', 'paths'],
  components: ['domain', 'i18n', 'components', 'styles', 'paths'],
  i18n: ['domain', 'i18n'],
  styles: ['styles'],
  paths: ['domain', 'paths'],
  doors: [
    'domain',
    'reads',
    'db',
    'outside',
    'documents',
    'operations',
    'components',
    'i18n',
    'styles',
    'paths',
    'doors',
  ],
};

const floorOf = (path: string): string =>
  floors.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'package';
const list = (problems: readonly string[]) => problems.join('\n');

describe('the house', () => {
  test('imports go down, never up', () => {
    const wrong = app.flatMap((source) =>
      source.imports
        .filter(
          (target) =>
            floorOf(target) !== 'package' && !mayLeanOn[floorOf(source.path)]?.includes(floorOf(target)),
        )
        .map((target) => `${source.path} leans on ${target}`),
    );
    expect(list(wrong)).toBe('');
  });

  test('the domain knows only xstate, zod and the holidays', () => {
    const allowed = ['xstate', 'zod', 'chinese-days'];
    const wrong = packagesOf((path) => path.startsWith('app/domain/')).filter(
      ([, name]) => !allowed.includes(name),
    );
    expect(list(wrong.map(([path, name]) => `${path} imports ${name}`))).toBe('');
  });

  test('the domain never asks the clock or rolls dice', () => {
    const wrong = app.filter(
      (s) =>
        s.path.startsWith('app/domain/') &&
        /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID|performance\.now/.test(s.text),
    );
    expect(list(wrong.map((s) => s.path))).toBe('');
  });

  test('only the injected clock reads the time', () => {
    const wrong = app.filter(
      (s) => s.path !== 'app/outside/clock.server.ts' && /Date\.now\(|new Date\(\)/.test(s.text),
    );
    expect(list(wrong.map((s) => s.path))).toBe('');
  });

  test('kysely and the drivers live under db', () => {
    const wrong = packagesOf((path) => !path.startsWith('db/')).filter(([, name]) =>
      ['kysely', 'better-sqlite3', 'pg'].includes(name),
    );
    expect(list(wrong.map(([path, name]) => `${path} imports ${name}`))).toBe('');
  });

  test('migrations import nothing of ours, and only kysely', () => {
    const wrong = app
      .filter((s) => /^db\/migrations\/\d/.test(s.path))
      .flatMap((s) => s.imports.filter((i) => i !== 'kysely').map((i) => `${s.path} imports ${i}`));
    expect(list(wrong)).toBe('');
  });

  test('nobody imports the bare remix package', () => {
    expect(list(app.filter((s) => s.imports.includes('remix')).map((s) => s.path))).toBe('');
  });

  test('only operations write', () => {
    const wrong = app
      .filter((s) => !s.path.startsWith('app/operations/') && !s.path.startsWith('db/writes/'))
      .flatMap((s) =>
        s.imports.filter((i) => i.startsWith('db/writes/')).map((i) => `${s.path} imports ${i}`),
      );
    expect(list(wrong)).toBe('');
  });

  test('a state changes only through the engine', () => {
    const movers = app.filter(
      (s) =>
        /\bupdateRecord\b|\binsertRecord\b|\binsertNewRecords\b/.test(s.text) &&
        !s.path.startsWith('db/writes/'),
    );
    expect(movers.map((s) => s.path).filter((p) => !p.startsWith('app/operations/engine/'))).toEqual([]);
    const raw = app.filter((s) =>
      /updateTable\(\s*'(application|incubation|evaluation|graduation|progress_report)'/.test(s.text),
    );
    expect(list(raw.map((s) => s.path))).toBe('');
  });

  test('only doors and migrations open a database', () => {
    const wrong = app.filter(
      (s) =>
        s.imports.includes('db/connection.server.ts') &&
        /\bopenStore\(/.test(s.text) &&
        !['doors', 'db'].includes(floorOf(s.path)),
    );
    expect(list(wrong.map((s) => s.path))).toBe('');
  });

  test('server code says so in its name', () => {
    const wrong = app.filter(
      (s) =>
        !/\.server\.tsx?$/.test(s.path) &&
        s.imports.some((i) => i.startsWith('node:') || i === 'better-sqlite3'),
    );
    expect(list(wrong.map((s) => s.path))).toBe('');
  });

  test('a file over 300 lines has two ideas in it', () => {
    const excepted = (s: Source) =>
      s.path.startsWith('app/i18n/zh-CN/') ||
      s.path.startsWith('app/i18n/en/') ||
      s.path === 'app/routes.ts' ||
      s.path === 'db/tables.ts' ||
      s.path === 'app/domain/divisions-table.ts';
    const long = [...app, ...sourcesIn('tests')].filter((s) => s.lines > 301 && !excepted(s));
    expect(list(long.map((s) => `${s.path}: ${s.lines} lines`))).toBe('');
  });

  test('every route file is in the table of contents, and every entry has its file', async () => {
    const listed = filesOf(await routes);
    const files = sourcesIn('app/routes')
      .filter(
        (s) =>
          /export (async function|const|function) (loader|action)\b|export default/.test(s.text) &&
          !s.path.endsWith('.server.ts'),
      )
      .map((s) => s.path.replace('app/', ''));
    expect(listed.filter((f) => !existsSync(new URL(`../../app/${f}`, import.meta.url)))).toEqual([]);
    expect(files.filter((f) => !listed.includes(f) && !/-(page|form|view)\.tsx$/.test(f))).toEqual([]);
  });

  test('every route asks who is there, or stands on the public list', () => {
    const asking = /\b(?:s|isS)ignedIn\(|\brecordList\(|\bdemand[A-Z]?\w*\(/;
    const silent = sourcesIn('app/routes').filter(
      (s) =>
        /export (async function|const) (loader|action)\b/.test(s.text) &&
        !asking.test(s.text) &&
        !publicRoutes.includes(s.path.replace('app/', '')),
    );
    expect(list(silent.map((s) => s.path))).toBe('');
  });

  test('forms are read in one place', () => {
    const wrong = app.filter(
      (s) =>
        /\.formData\(\)|request\.json\(\)/.test(s.text) &&
        s.path !== 'app/http/form-reader.server.ts' &&
        !s.path.startsWith('app/http/form-reader'),
    );
    expect(list(wrong.map((s) => s.path))).toBe('');
  });
});

function packagesOf(which: (path: string) => boolean): readonly (readonly [string, string])[] {
  return app
    .filter((s) => which(s.path))
    .flatMap((s) =>
      s.imports
        .filter((i) => floorOf(i) === 'package' && !i.startsWith('node:'))
        .map(
          (i) =>
            [
              s.path,
              i.startsWith('@') ? i.split('/').slice(0, 2).join('/') : (i.split('/')[0] as string),
            ] as const,
        ),
    );
}

type Entry = { readonly file: string; readonly children?: readonly Entry[] };
const filesOf = (entries: unknown): readonly string[] =>
  (entries as readonly Entry[]).flatMap((e) => [e.file, ...(e.children ? filesOf(e.children) : [])]);
