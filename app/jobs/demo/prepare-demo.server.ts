import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DEMO_PASSWORD } from '#app/domain/people/demo-account.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { connectStore, openStore, type Store } from '#db/connection.server.ts';
import { anyAccount, demoAccounts } from '#db/reads/accounts.server.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import { instanceValue } from '#db/reads/instance.server.ts';
import { databaseFile, openInstallation } from '../installation.server.ts';
import { buildDemo } from './build-demo.server.ts';

/** Something for the person at the terminal, as a key of the catalogue. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => void;

/** A demo older than this says so: most of its deadlines have passed. */
const oldAfterDays = 30;
const dayMs = 86_400_000;

/**
 * Makes sure that a demo center lies in a folder: goes on with the one of the last time, or makes a new one where there is
 * none or `fresh` is asked for. It is built beside the folder and put in its place when it is whole.
 * Refusals: `demo.folderTaken` {folder}, when something else lies there; `demo.databaseTaken`, when the PostgreSQL
 * database holds something, be it a demo and a new one is asked for. What is there is never touched.
 */
export async function prepareDemo(
  folder: string,
  asked: {
    readonly fresh: boolean;
    readonly now: string;
    readonly say: Say;
    readonly databaseUrl?: string | null;
  },
): Promise<Result<true>> {
  const { fresh, now, say } = asked;
  const url = asked.databaseUrl ?? null;
  const made = url === null ? await madeAt(folder) : await madeOnServer(folder, url, now);
  if (made === 'other' || (url !== null && made !== null && fresh))
    return refused(url === null ? refusal('demo.folderTaken', { folder }) : refusal('demo.databaseTaken'));
  if (made !== null && !fresh) {
    say('demo.goesOn', { made: made.slice(0, 10) });
    const days = Math.floor((Date.parse(now) - Date.parse(made)) / dayMs);
    if (days > oldAfterDays) say('demo.old', { days });
    return done(true);
  }
  say('demo.building');
  const begun = performance.now();
  await (url === null ? build(folder, now) : buildOnServer(folder, url, now));
  say('demo.made', { seconds: Math.round((performance.now() - begun) / 1000) });
  return done(true);
}

/** When the demo in a folder was made; null: the folder is free; `other`: something else lies there. */
async function madeAt(folder: string): Promise<string | null | 'other'> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return null;
  if (!existsSync(databaseFile(folder))) return 'other';
  const store = openStore({ file: databaseFile(folder) });
  try {
    return (await instanceValue(store.read, 'demo')) ?? 'other';
  } catch {
    return 'other';
  } finally {
    await store.close();
  }
}

/** The same of a PostgreSQL database, which is brought up to date by the way. It is free while it knows nobody. */
async function madeOnServer(folder: string, url: string, now: string): Promise<string | null | 'other'> {
  const store = await openInstallation(folder, now, url);
  try {
    const made = await instanceValue(store.read, 'demo');
    return made ?? ((await isEmpty(store)) ? null : 'other');
  } finally {
    await store.close();
  }
}

const isEmpty = async (store: Store): Promise<boolean> =>
  (await anyAccount(store.read)) === undefined && (await allCenters(store.read)).length === 0;

async function buildOnServer(folder: string, url: string, now: string): Promise<void> {
  const store = await openInstallation(folder, now, url);
  try {
    await buildDemo({ store, clock: movableClock(now) }, { now, files: openFileStore(folder) });
  } finally {
    await store.close();
  }
}

async function build(folder: string, now: string): Promise<void> {
  const unfinished = `${folder}.tmp`;
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(unfinished, { recursive: true, force: true });
  const store = await openInstallation(unfinished, now);
  try {
    await buildDemo({ store, clock: movableClock(now) }, { now, files: openFileStore(unfinished) });
  } finally {
    await store.close();
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** The lines that tell how to come in: each account with its name. */
export async function accountLines(
  folder: string,
  databaseUrl: string | null = null,
): Promise<{ readonly password: string; readonly lines: readonly string[] }> {
  const store =
    databaseUrl === null
      ? openStore({ file: databaseFile(folder) })
      : await connectStore({ url: databaseUrl });
  try {
    const accounts = await demoAccounts(store.read);
    const widest = Math.max(...accounts.map((a) => a.email.length));
    return { password: DEMO_PASSWORD, lines: accounts.map((a) => `  ${a.email.padEnd(widest)}  ${a.name}`) };
  } finally {
    await store.close();
  }
}
