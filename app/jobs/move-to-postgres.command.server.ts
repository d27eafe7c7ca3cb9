import { moveCommand } from './move-to-postgres.server.ts';
import { processTerminal } from './terminal.server.ts';

// npm run move-to-postgres: DATA_DIR's database into the empty one of DATABASE_URL.
try {
  process.exitCode = await moveCommand(processTerminal());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
