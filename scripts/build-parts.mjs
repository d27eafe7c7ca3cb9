// The two parts of a build: the pages (Remix and Vite, into build/server and build/client) and the commands
// (app/jobs/*.command.server.ts, bundled by esbuild into build/commands; packages stay where they are).
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, tell } from './preparation.mjs';

const ENTRY = /^(.+)\.command\.server\.ts$/;

/** Builds everything; ends the process where a part fails. */
export async function buildAll() {
  buildPages();
  await buildCommands();
}

/** Builds what browsers and the server's pages need. */
export function buildPages() {
  const remix = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  const status = run(process.execPath, [remix, 'vite:build'], { env: { NODE_ENV: 'production' } });
  if (status === 0) return;
  tell('构建失败，原因见上。', 'The build failed; the reason is above.');
  process.exit(status);
}

/** Bundles the commands; `mode` is what `process.env.NODE_ENV` will be. */
export async function buildCommands() {
  const { build, stop } = await import('esbuild');
  const jobs = join(root, 'app', 'jobs');
  const entryPoints = readdirSync(jobs)
    .filter((name) => ENTRY.test(name))
    .map((name) => ({ in: join(jobs, name), out: ENTRY.exec(name)[1] }));
  rmSync(join(root, 'build', 'commands'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'build/commands',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  // its own process would stay beside whoever goes on after the build, such as `npm start`
  await stop();
}
