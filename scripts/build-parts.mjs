// The parts of a build: the pages (Remix and Vite, into build/server and build/client) and the commands
// (app/jobs/*.command.server.ts), which esbuild bundles with the pages and all packages into build/commands.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { root, run, tell } from './preparation.mjs';

const ENTRY = /^(.+)\.command\.server\.ts$/;

/** Builds everything; ends the process where a part fails. */
export async function buildAll() {
  buildPages();
  await packAssets(join(root, 'build', 'client'));
  await buildCommands({ pages: true });
}

/** Builds what browsers and the server's pages need. */
export function buildPages() {
  const remix = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  const status = run(process.execPath, [remix, 'vite:build'], { env: { NODE_ENV: 'production' } });
  if (status === 0) return;
  tell('构建失败，原因见上。', 'The build failed; the reason is above.');
  process.exit(status);
}

const worthPacking = /\.(css|js|json|svg|txt|webmanifest)$/;
const smallestPacked = 1024;

/** Packs what browsers are sent, once and as tightly as can be, beside the files (`.br`, `.gz`): no start pays for it. */
export async function packAssets(folder) {
  const pack = async (path) => {
    const plain = readFileSync(path);
    if (plain.byteLength < smallestPacked) return;
    writeFileSync(`${path}.br`, await promisify(brotliCompress)(plain));
    writeFileSync(`${path}.gz`, await promisify(gzip)(plain, { level: 9 }));
  };
  const files = readdirSync(folder, { recursive: true }).filter((name) => worthPacking.test(name));
  await Promise.all(files.map((name) => pack(join(folder, name))));
}

/** Packages that bring something compiled, or are there only while developing. */
const apart = ['better-sqlite3', '@node-rs/argon2', 'pg-native', 'vite'];

/**
 * Bundles the commands. With the `pages`, which must have been built, for production, into build/commands: what both need
 * is there once, and a start opens a few files instead of the hundreds of all packages. Without them for development,
 * into build/development: packages stay where they are.
 */
export async function buildCommands({ pages = false } = {}) {
  const { build, stop } = await import('esbuild');
  const jobs = join(root, 'app', 'jobs');
  const entryPoints = readdirSync(jobs)
    .filter((name) => ENTRY.test(name))
    .map((name) => ({ in: join(jobs, name), out: ENTRY.exec(name)[1] }));
  const outdir = join(root, 'build', pages ? 'commands' : 'development');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: pages
      ? [...entryPoints, { in: join(root, 'build', 'server', 'index.js'), out: 'pages' }]
      : entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    ...(pages ? bundled : { packages: 'external' }),
  });
  // of what Vite has written there are no sources to point at
  if (pages) dropSourceMap(join(outdir, 'pages.js'));
  // its own process would stay beside whoever goes on after the build, such as `npm start`
  await stop();
}

const bundled = {
  external: apart,
  define: { 'process.env.NODE_ENV': '"production"' },
  // pages are only ever drawn here, never taken up by React in a browser
  alias: { 'react/jsx-runtime': join(root, 'app', 'components', 'lean-elements.ts') },
  // packages of the older kind ask for Node's own modules by `require`
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
  },
};

function dropSourceMap(file) {
  rmSync(`${file}.map`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n'));
}
