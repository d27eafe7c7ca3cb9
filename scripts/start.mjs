// npm start: installs and builds what is missing, then serves from DATA_DIR.
import { becomeCommand } from './preparation.mjs';

await becomeCommand('serve');
