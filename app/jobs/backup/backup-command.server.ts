import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Refusal } from '#app/domain/refusal.ts';
import { translators } from '#app/i18n/translate.ts';
import { startingAt, systemClock } from '#app/outside/clock.server.ts';
import {
  type Configuration,
  describeRefusals,
  parseConfiguration,
} from '#app/outside/configuration.server.ts';
import { databaseFile, openInstallation } from '../installation.server.ts';
import { exitStatus, type Terminal } from '../terminal.server.ts';
import { makeBackup } from './make-backup.server.ts';
import { restoreBackup } from './restore-backup.server.ts';

type Params = Readonly<Record<string, string | number>>;

/** `npm run backup -- FOLDER`: answers the exit status; 0 only when the backup is one. */
export async function backupCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readCommand('backup', args, terminal);
  if (typeof asked === 'number') return asked;
  const { configuration, folder } = asked;
  const { databaseUrl } = configuration;
  if (databaseUrl === null && !existsSync(databaseFile(configuration.dataDir)))
    return tell(terminal, [{ code: 'backup.noDatabase', params: { folder: configuration.dataDir } }]);
  const store = await openInstallation(configuration.dataDir, systemClock.now(), databaseUrl);
  try {
    const clock = configuration.now === null ? systemClock : startingAt(configuration.now);
    const { dataDir, backupKey: key } = configuration;
    const made = await makeBackup({ house: { store, clock }, dataDir, folder, key });
    if (!made.ok) return tell(terminal, made.refusals);
    const { parts, rows, missing } = made.value;
    say(terminal.out, 'backup.made', {
      folder,
      rows: sumOf(Object.values(rows)),
      files: parts.filter((part) => part.kind === 'content').length,
      bytes: sumOf(parts.map((part) => part.size)),
    });
    if (key === null) say(terminal.err, 'backup.plain');
    if (missing.length > 0)
      say(terminal.err, 'backup.madeWithout', { count: missing.length, first: missing[0] ?? '' });
    return exitStatus.done;
  } finally {
    await store.close();
  }
}

/** `npm run restore -- FOLDER`: puts a backup into an empty `DATA_DIR`; 0 only when everything in it was found right. */
export async function restoreCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readCommand('restore', args, terminal);
  if (typeof asked === 'number') return asked;
  const { configuration, folder } = asked;
  const restored = await restore(folder, configuration);
  if (!restored.ok) return tell(terminal, restored.refusals);
  const { manifest, events } = restored.value;
  say(terminal.out, 'backup.restored', {
    folder: configuration.dataDir,
    at: manifest.at,
    rows: sumOf(Object.values(manifest.rows)),
    files: manifest.parts.filter((part) => part.kind === 'content').length,
    events,
  });
  const { missing } = manifest;
  if (missing.length > 0)
    say(terminal.err, 'backup.madeWithout', { count: missing.length, first: missing[0] ?? '' });
  return exitStatus.done;
}

/** Into the folder alone, or the rows into the database of a server. */
async function restore(
  folder: string,
  { dataDir, databaseUrl, backupKey }: Configuration,
): ReturnType<typeof restoreBackup> {
  if (databaseUrl === null) return restoreBackup(folder, dataDir, backupKey);
  const now = systemClock.now();
  const store = await openInstallation(dataDir, now, databaseUrl);
  try {
    return await restoreBackup(folder, dataDir, backupKey, { store, now });
  } finally {
    await store.close();
  }
}

/** What was asked for, or the exit status where it cannot be done: one folder and a good configuration. */
function readCommand(
  name: 'backup' | 'restore',
  args: readonly string[],
  terminal: Terminal,
): { readonly configuration: Configuration; readonly folder: string } | number {
  const [folder] = args;
  if (folder === undefined || args.length > 1 || folder.startsWith('-')) {
    say(terminal.err, `backup.usage.${name}`);
    return exitStatus.usage;
  }
  const configuration = parseConfiguration(terminal.env);
  if (!configuration.ok) {
    terminal.err(describeRefusals(configuration.refusals));
    return exitStatus.usage;
  }
  return { configuration: configuration.value, folder: resolve(terminal.folder, folder) };
}

/** Says why not, in each language, and answers the exit status. */
export function tell(terminal: Terminal, refusals: readonly Refusal[]): number {
  for (const one of refusals) for (const t of translators()) terminal.err(t.refusal(one));
  return exitStatus.failed;
}

function say(write: (line: string) => void, key: string, params?: Params): void {
  for (const t of translators()) write(t.maybe(key, params) ?? key);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
