import { restoreCommand } from './backup/backup-command.server.ts';
import { processTerminal } from './terminal.server.ts';

// npm run restore -- FOLDER: puts a backup into an empty DATA_DIR.
try {
  process.exitCode = await restoreCommand(process.argv.slice(2), processTerminal());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
