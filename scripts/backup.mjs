// npm run backup -- FOLDER: one command keeps both directions, so that they cannot drift apart.
import { becomeCommand } from './preparation.mjs';

await becomeCommand('backup', ['backup', ...process.argv.slice(2)]);
