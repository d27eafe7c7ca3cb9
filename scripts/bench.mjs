// npm run bench: builds what is missing, bundles the benchmark beside its cached data, and becomes it.
// `npm run bench -- --quick` is short; see tests/bench/options.ts.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './preparation.mjs';

ensureInstalled();
await ensureBuilt();
const { build } = await import('esbuild');
const outdir = join(root, '.cache', 'bench', 'program');
await build({
  absWorkingDir: root,
  entryPoints: [
    { in: join('tests', 'bench', 'bench.command.ts'), out: 'bench' },
    { in: join('tests', 'bench', 'bare-server', 'server.ts'), out: 'bare-server' },
    { in: join('tests', 'bench', 'load', 'asker.ts'), out: 'asker' },
  ],
  outdir,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  logLevel: 'warning',
});
process.env.NODE_ENV = 'production';
process.chdir(root);
process.argv[1] = join(outdir, 'bench.js');
await import(pathToFileURL(process.argv[1]).href);
