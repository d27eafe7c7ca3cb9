import { existsSync, readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import remixOptions from '../../remix.config.js';
import { sourcesIn } from '../house/source.ts';
import { verdicts } from './advisory-verdicts.ts';
import { copies, runtimePackages } from './runtime-packages.ts';

interface Advisory {
  readonly pkg: string;
  readonly id: string;
}

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const advisories = JSON.parse(read('tests/data/advisories-2026-11.json')) as readonly Advisory[];

const figures = (version: string) => version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);

function isAtLeast(version: string, least: string): boolean {
  const [mine, theirs] = [figures(version), figures(least)];
  for (let at = 0; at < 3; at += 1) {
    if ((mine[at] ?? 0) !== (theirs[at] ?? 0)) return (mine[at] ?? 0) > (theirs[at] ?? 0);
  }
  return true;
}

describe('[ASVS 15.2.1] advisories of what we stand on', () => {
  test('each has a verdict, and each verdict an advisory', () => {
    const known = Object.keys(verdicts);
    const unjudged = advisories.filter(({ id }) => known.filter((k) => id.startsWith(k)).length !== 1);
    expect(unjudged).toEqual([]);
    expect(known.filter((k) => !advisories.some(({ id }) => id.startsWith(k)))).toEqual([]);
  });

  test.each(Object.entries(verdicts))('%s', (_, verdict) => {
    if (verdict.how === 'fixed') {
      for (const [name, least] of Object.entries(verdict.packages)) {
        const installed = copies.filter((copy) => copy.name === name);
        expect(installed.length, `${name} is installed`).toBeGreaterThan(0);
        expect(installed.filter(({ version }) => !isAtLeast(version, least))).toEqual([]);
      }
    } else if (verdict.how === 'shutOut') {
      for (const { file, test: title } of verdict.by) {
        expect(existsSync(new URL(file, root)) && read(file).includes(title), `${file}: ${title}`).toBe(true);
      }
    } else {
      const shipped = copies.filter(({ name, isTool }) => verdict.packages.includes(name) && !isTool);
      expect(shipped).toEqual([]);
    }
  });

  test('the flags that open holes are off', () => {
    expect(remixOptions.future).toMatchObject({ v3_singleFetch: false, v3_lazyRouteDiscovery: false });
  });

  test('no page hands React a state to take up', () => {
    const scripted = sourcesIn('app').filter(({ text }) =>
      /<Scripts\b|hydrateRoot|RemixBrowser/.test(text.replace(/^\s*(\/?\*|\/\/).*$/gm, '')),
    );
    expect(scripted.map(({ path }) => path)).toEqual([]);
  });

  test('paths into JSON, where the query builder once let texts through, are not built', () => {
    const building = sourcesIn('db', 'app').filter(({ text }) =>
      /->>?'|\.at\(['"`$]|jsonPath|\.key\(/.test(text),
    );
    expect(building.map(({ path }) => path)).toEqual([]);
  });

  test('SQLite has the mended WAL and the mended search', () => {
    const db = new Sqlite(':memory:');
    const { version } = db.prepare('select sqlite_version() as version').get() as { version: string };
    db.close();
    expect(isAtLeast(version, '3.53.2')).toBe(true);
  });
});

describe('[ASVS 15.2.3] what is installed to run', () => {
  const packages = runtimePackages();

  test('is at most 110 packages, beside the tool that fetches the database driver and types', () => {
    expect(packages.running.length).toBeLessThanOrEqual(110);
  });

  test('is as many as docs/security.md says', () => {
    const { installed, installerOnly, typesOnly, running } = packages;
    expect(read('docs/security.md')).toContain(
      `${installed} packages: ${running.length} that may run, ${installerOnly} that only install the database driver, ${typesOnly} of types`,
    );
  });

  test('holds no server, compiler or test tool', () => {
    const names = packages.running.map((path) => path.split('node_modules/').pop());
    for (const tool of ['vite', 'vitest', 'express', 'esbuild', '@remix-run/dev', '@remix-run/serve', 'tar'])
      expect(names).not.toContain(tool);
  });
});
