// npm run demo: see README.md.
import { becomeCommand } from './preparation.mjs';

await becomeCommand('demo');
