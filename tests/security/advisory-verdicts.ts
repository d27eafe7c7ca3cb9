/** What became of an advisory. Versions are those of every copy in the lock file. */
export type Verdict =
  /** Every copy that is installed is at least this version. */
  | { readonly how: 'fixed'; readonly packages: Readonly<Record<string, string>> }
  /** Not mended upstream, and not reachable here: the test that shows it. */
  | {
      readonly how: 'shutOut';
      readonly by: readonly { readonly file: string; readonly test: string }[];
      readonly why: string;
    }
  /** Every copy is a tool of the build and no part of what runs. */
  | { readonly how: 'toolOnly'; readonly packages: readonly string[]; readonly why: string };

const door = 'tests/routes/front-guard.test.ts';
const requestsForData = {
  file: door,
  test: 'for data exist nowhere',
};
const flagsOff = { file: 'tests/security/advisories.test.ts', test: 'the flags that open holes are off' };

/** The verdict on each entry of `tests/data/advisories-2026-11.json`, by the beginning of its id. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  'CVE-2026-34077': {
    how: 'shutOut',
    by: [flagsOff, requestsForData],
    why: 'Single fetch is off: turbo-stream never encodes an answer, and `.data` addresses do not exist.',
  },
  'CVE-2026-42211': {
    how: 'shutOut',
    by: [flagsOff, requestsForData, { file: 'tests/routes/form-reader.test.ts', test: 'prototype' }],
    why: 'Single fetch is off, so nothing is decoded; and names of fields cannot reach a prototype.',
  },
  'CVE-2026-53666': {
    how: 'shutOut',
    by: [{ file: 'tests/security/advisories.test.ts', test: 'no page hands React a state to take up' }],
    why: 'Pages are documents: React does not run in the browser, so no error state is read there.',
  },
  'CVE-2026-53668': {
    how: 'fixed',
    packages: { 'react-router': '6.30.6', 'react-router-dom': '6.30.6', '@remix-run/router': '1.23.4' },
  },
  'CVE-2026-53669': {
    how: 'shutOut',
    by: [{ file: 'tests/routes/redirects-and-cookies.test.ts', test: 'does not go to %j' }],
    why: 'Where a request says where to go on, our own `safeRedirect` judges it; no Link runs in the browser.',
  },
  'CVE-2026-55685': {
    how: 'shutOut',
    by: [flagsOff, requestsForData],
    why: 'Lazy route discovery is off: `/__manifest` is a page that does not exist.',
  },
  'no advisory found; measured here': {
    how: 'shutOut',
    by: [
      { file: door, test: 'at %s is refused from everywhere but our own pages' },
      { file: door, test: 'is never taken from what a request claims' },
    ],
    why: 'Our own check stands before Remix, for documents, resource routes and `?_data=` alike, and answers 403.',
  },
  'fixed already: CVE-2025-61686': {
    how: 'fixed',
    packages: {
      '@remix-run/node': '2.17.5',
      '@remix-run/react': '2.17.5',
      '@remix-run/server-runtime': '2.17.5',
      '@remix-run/dev': '2.17.5',
      '@remix-run/router': '1.23.2',
      'react-router': '6.30.4',
    },
  },
  'CVE-2026-32763': { how: 'fixed', packages: { kysely: '0.28.17' } },
  'WAL-reset bug': { how: 'fixed', packages: { 'better-sqlite3': '12.11.1' } },
  'CVE-2026-23745': {
    how: 'toolOnly',
    packages: ['tar'],
    why: 'Comes with @remix-run/dev by way of cacache, which the Vite build does not use; not in what is installed to run.',
  },
  'GHSA-67mh-4wv8-f99m': {
    how: 'toolOnly',
    packages: ['esbuild'],
    why: "Concerns esbuild's own development server, which nothing here starts.",
  },
  'CVE-2026-39363': {
    how: 'toolOnly',
    packages: ['vite', '@vanilla-extract/integration'],
    why: 'Development only, behind our own front, which listens on this machine unless HOST says otherwise.',
  },
};
