// npm run move-to-postgres: see docs/operating.md.
import { becomeCommand } from './preparation.mjs';

await becomeCommand('move-to-postgres');
