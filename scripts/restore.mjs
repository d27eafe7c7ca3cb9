// npm run restore -- FOLDER: one command keeps both directions, so that they cannot drift apart.
import { becomeCommand } from './preparation.mjs';

await becomeCommand('backup', ['restore', ...process.argv.slice(2)]);
