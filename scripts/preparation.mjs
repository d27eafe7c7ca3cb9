// What every command needs before it can run: packages as the lock file has them, and a build of the present
// sources. Only Node's own modules here: nothing else may be installed yet. All words go to standard error, so that
// the standard output of a command is its own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);

/** Says what is going on, in both languages. */
export const tell = (chinese, english) => process.stderr.write(`${chinese}\n${english}\n`);

/** Runs a program of the project; its output goes to standard error. Answers its exit status. */
export function run(file, args, { env = {}, output = 2 } = {}) {
  const { status, error } = spawnSync(file, args, {
    cwd: root,
    stdio: [0, output, 2],
    env: { ...process.env, ...env },
  });
  if (error) process.stderr.write(`${error.message}\n`);
  return status ?? 1;
}

/** Installs the packages of the lock file where they are missing, older, or made for another version of Node. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    tell(`需要 Node 20.19 或更新版本，现为 ${process.versions.node}。`, 'Node 20.19 or newer is needed.');
    process.exit(1);
  }
  const lock = inRoot('package-lock.json');
  const stamp = inRoot('node_modules', '.installed-for');
  const wanted = `${hashOf([lock])} node-modules-${process.versions.modules}`;
  if (existsSync(stamp) ? readFileSync(stamp, 'utf8') === wanted : isInstalledByHand(lock)) return;
  tell(
    '正在按锁定文件安装依赖；better-sqlite3 可能需要编译，约一分钟……',
    'Installing the packages of the lock file; better-sqlite3 may have to be compiled, about a minute …',
  );
  const status = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) {
    tell('依赖安装失败，原因见上。', 'The packages could not be installed; the reason is above.');
    process.exit(status);
  }
  writeFileSync(stamp, wanted);
}

/** Whether somebody ran `npm ci` since the lock file changed. */
function isInstalledByHand(lock) {
  const installed = inRoot('node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/** Builds where a source changed since the last build. */
export async function ensureBuilt() {
  const stamp = inRoot('build', '.built-from');
  const wanted = hashOf(sources());
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  tell('正在构建，约半分钟……', 'Building, about half a minute …');
  const { buildAll } = await import('./build-parts.mjs');
  await buildAll();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Everything that the build depends on. */
function sources() {
  const files = ['package-lock.json', 'package.json', 'tsconfig.json', 'remix.config.js', 'vite.config.ts'];
  const folders = ['app', 'db', 'public', 'scripts'];
  const inFolders = folders.flatMap((folder) =>
    existsSync(inRoot(folder))
      ? readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  );
  return [...files.map((file) => inRoot(file)).filter(existsSync), ...inFolders.sort()];
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** Installs and builds what is missing, then goes on as the built command `name`, in this very process. */
export async function becomeCommand(name, args = process.argv.slice(2)) {
  ensureInstalled();
  await ensureBuilt();
  process.env.NODE_ENV = 'production';
  const file = inRoot('build', 'commands', `${name}.js`);
  if (!existsSync(file)) {
    tell(`没有这个命令：${name}`, `There is no such command: ${name}`);
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}
