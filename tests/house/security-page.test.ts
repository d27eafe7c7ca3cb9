import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claims, requirements, standing } from '../security/asvs-standing.ts';
import { sourcesIn } from './source.ts';

const root = new URL('../../', import.meta.url);
const page = new URL('docs/security.md', root);
const begins = '<!-- drawn by tests/house/security-page.test.ts -->';

const cases = JSON.parse(
  readFileSync(new URL('tests/data/bad-input-catalogue.json', root), 'utf8'),
) as readonly { id: string; input: string }[];

/** Cases that belong to what is not there, or is proved in another way: where, or why. */
const elsewhere: Readonly<Record<string, string>> = {
  B019: 'no budgets with tranches yet',
  B056: 'tests/outside/files.test.ts (orphans are swept)',
  B082: 'no export of that size yet',
  B083: 'the product fetches no address that somebody typed',
  B091: 'tests/routes/front-bodies.test.ts (closing) and tests/faults',
  B092: 'tests/faults/kill.test.ts',
  B093: 'tests/faults/boot.test.ts',
  B094: 'tests/routes/health.test.ts (a database that is busy)',
  B095: 'tests/faults/boot.test.ts',
};

/** The test files that name each case. */
function named(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of sourcesIn('tests')) {
    if (path.endsWith('security-page.test.ts') || !/\.tsx?$/.test(path)) continue;
    for (const [id] of text.matchAll(/\bB0\d\d\b/g)) {
      if (!found.get(id)?.includes(path)) found.set(id, [...(found.get(id) ?? []), path]);
    }
  }
  return found;
}

function drawn(): string {
  const rows = requirements().filter(({ check }) => check.startsWith('auto'));
  const proved = claims();
  const where = named();
  const open = rows.filter(({ id }) => !proved.has(id) && !(id in standing.notApplicable));
  const done = rows.filter(({ id }) => proved.has(id));
  const list = (files: readonly string[]) =>
    files.map((file) => `\`${file.replace('tests/', '')}\``).join(', ');
  return [
    begins,
    '',
    '## OWASP ASVS 5.0, levels 1 and 2',
    '',
    `Of ${rows.length} requirements that a test can prove, ${done.length} are claimed by tests, ${Object.keys(standing.notApplicable).length} have no subject here and ${open.length} are open. \`npm run test:asvs\` says which of the claims passed in the last run.`,
    '',
    '| requirement | level | proved by |',
    '|---|---|---|',
    ...done.map(({ id, level }) => `| ${id} | ${level} | ${list(proved.get(id) ?? [])} |`),
    '',
    'Without a subject here:',
    '',
    ...Object.entries(standing.notApplicable).map(([id, why]) => `- ${id}: ${why}`),
    '',
    'Open, with the test that the list asks for:',
    '',
    ...open.map(({ id, level, test: asked }) => `- ${id} (${level}): ${asked}`),
    '',
    'Beside these, 21 requirements are held by the house rules and the linter, 21 are documents, and 12 are the operator’s (TLS, the proxy, the disk).',
    '',
    '## 等级保护 2.0 二级（GB/T 22239-2019，7.1.4）',
    '',
    '| item | evidence |',
    '|---|---|',
    ...Object.entries(standing.mlps).map(
      ([item, files]) =>
        `| ${item} | ${files.length > 0 ? files.map((file) => `\`${file}\``).join(', ') : 'open: by the proxy or the firewall, see the operating manual'} |`,
    ),
    '',
    '## Bad input',
    '',
    'Each case of `tests/data/bad-input-catalogue.json` and the tests that name it.',
    '',
    '| case | input | proved by |',
    '|---|---|---|',
    ...cases.map(
      ({ id, input }) =>
        `| ${id} | ${input.replaceAll('|', '\\|').slice(0, 70)} | ${where.has(id) ? list(where.get(id) ?? []) : (elsewhere[id] ?? '')} |`,
    ),
    '',
  ].join('\n');
}

describe('where security stands', () => {
  test('every case of the catalogue is named by a test, or said to be elsewhere', () => {
    const where = named();
    expect(cases.filter(({ id }) => !where.has(id) && !(id in elsewhere)).map(({ id }) => id)).toEqual([]);
  });

  test('what proves something is there', () => {
    const files = Object.values(standing.mlps).flat();
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
    expect(Object.keys(standing.mlps)).toHaveLength(20);
    const rows = new Set(requirements().map(({ id }) => id));
    expect([...claims().keys()].filter((id) => !rows.has(id))).toEqual([]);
    expect([...Object.keys(standing.notApplicable)].filter((id) => claims().has(id))).toEqual([]);
  });

  test('docs/security.md says so', () => {
    const text = readFileSync(page, 'utf8');
    const [head = ''] = text.split(begins);
    const now = `${head.trimEnd()}\n\n${drawn()}`;
    if (process.env.UPDATE_DOCS) writeFileSync(page, now);
    expect(readFileSync(page, 'utf8')).toBe(now);
  });
});
