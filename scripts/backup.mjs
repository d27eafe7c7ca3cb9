// npm run backup: see README.md and docs/operating.md.
import { becomeCommand } from './preparation.mjs';

await becomeCommand('backup');
