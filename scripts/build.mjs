// npm run build: installs what is missing and builds, whether anything changed or not.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './preparation.mjs';

ensureInstalled();
rmSync(join(root, 'build', '.built-from'), { force: true });
await ensureBuilt();
