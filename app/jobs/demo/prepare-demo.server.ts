import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DEMO_PASSWORD } from '#app/domain/people/demo-account.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { openStore } from '#db/connection.server.ts';
import { demoAccounts } from '#db/reads/accounts.server.ts';
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
 * Refusal: `demo.folderTaken` {folder}, when something else lies there; that is never touched.
 */
export async function prepareDemo(
  folder: string,
  asked: { readonly fresh: boolean; readonly now: string; readonly say: Say },
): Promise<Result<true>> {
  const { fresh, now, say } = asked;
  const made = await madeAt(folder);
  if (made === 'other') return refused(refusal('demo.folderTaken', { folder }));
  if (made !== null && !fresh) {
    say('demo.goesOn', { made: made.slice(0, 10) });
    const days = Math.floor((Date.parse(now) - Date.parse(made)) / dayMs);
    if (days > oldAfterDays) say('demo.old', { days });
    return done(true);
  }
  say('demo.building');
  const begun = performance.now();
  await build(folder, now);
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
): Promise<{ readonly password: string; readonly lines: readonly string[] }> {
  const store = openStore({ file: databaseFile(folder) });
  try {
    const accounts = await demoAccounts(store.read);
    const widest = Math.max(...accounts.map((a) => a.email.length));
    return { password: DEMO_PASSWORD, lines: accounts.map((a) => `  ${a.email.padEnd(widest)}  ${a.name}`) };
  } finally {
    await store.close();
  }
}
