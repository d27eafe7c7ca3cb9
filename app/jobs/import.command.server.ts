import { importCommand } from './import-register.server.ts';
import { processTerminal } from './terminal.server.ts';

// npm run import -- FILE: brings a center's register in.
try {
  process.exitCode = await importCommand(process.argv.slice(2), processTerminal());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
