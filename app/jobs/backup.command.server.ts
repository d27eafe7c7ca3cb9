import { backupCommand } from './backup/backup-command.server.ts';
import { processTerminal } from './terminal.server.ts';

// npm run backup -- FOLDER: a backup of DATA_DIR, also while it is served.
try {
  process.exitCode = await backupCommand(process.argv.slice(2), processTerminal());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
