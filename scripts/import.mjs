// npm run import: see README.md.
import { becomeCommand } from './preparation.mjs';

await becomeCommand('import');
