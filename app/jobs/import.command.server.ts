import { importCommand } from './import-register.server.ts';
import { processTerminal } from './terminal.server.ts';

// npm run import -- FILE: brings a center's register in.
process.exitCode = await importCommand(process.argv.slice(2), processTerminal());
