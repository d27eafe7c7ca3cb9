// npm run restore: see README.md and docs/operating.md.
import { becomeCommand } from './preparation.mjs';

await becomeCommand('restore');
