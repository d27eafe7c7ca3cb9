import { existsSync } from 'node:fs';
import { translators } from '#app/i18n/translate.ts';
import { moveToPostgres } from '#app/operations/move-to-postgres.server.ts';
import { systemClock } from '#app/outside/clock.server.ts';
import { describeRefusals, parseConfiguration } from '#app/outside/configuration.server.ts';
import { databaseFile, openInstallation } from './installation.server.ts';
import { exitStatus, type Terminal } from './terminal.server.ts';

/**
 * Moves the installation of DATA_DIR into the empty PostgreSQL database of DATABASE_URL, from the command line: says of each
 * table how many rows arrived and their hash. Answers the exit status; the SQLite file stays as it is.
 */
export async function moveCommand(terminal: Terminal): Promise<number> {
  const configuration = parseConfiguration(terminal.env);
  if (!configuration.ok) {
    terminal.err(describeRefusals(configuration.refusals));
    return exitStatus.usage;
  }
  const { dataDir, databaseUrl } = configuration.value;
  const say = (
    write: (line: string) => void,
    key: string,
    params?: Readonly<Record<string, string | number>>,
  ) => {
    for (const t of translators()) write(t.maybe(key, params) ?? key);
  };
  if (databaseUrl === null || !existsSync(databaseFile(dataDir))) {
    say(terminal.err, 'move.usage', { folder: dataDir });
    return exitStatus.usage;
  }
  const now = systemClock.now();
  const from = await openInstallation(dataDir, now);
  try {
    const to = await openInstallation(dataDir, now, databaseUrl);
    try {
      const moved = await moveToPostgres(from, to);
      if (!moved.ok) {
        for (const one of moved.refusals) for (const t of translators()) terminal.err(t.refusal(one));
        return exitStatus.failed;
      }
      const { tables, records, events } = moved.value;
      for (const one of tables) terminal.out(`${one.table}\t${one.rows}\t${one.hash}`);
      say(terminal.err, 'move.done', { tables: tables.length, records, events });
      return exitStatus.done;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
