// A PostgreSQL server for the tests: the installed programs, a folder of its own that goes with it, no port. Its data
// lies in memory where there is room; what is confirmed is flushed as in earnest, for the application insists on it.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { roomiest } from './temporary-folder.mjs';

const oldest = 15;

/** The folder of the server's programs, the newest version first; undefined where there is none. */
export function findPostgres() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map(Number) : [];
  const debian = versions
    .filter((version) => version >= oldest)
    .sort((a, b) => b - a)
    .map((version) => `/usr/lib/postgresql/${version}/bin`);
  return [...debian, ...(process.env.PATH ?? '').split(delimiter)].find(
    (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  );
}

/** The server refuses to be root: then it runs as somebody else who is there. */
function runner() {
  if (process.getuid?.() !== 0) return {};
  const id = (option, name) => spawnSync('id', [option, name], { encoding: 'utf8' });
  const name = ['postgres', 'nobody'].find((one) => id('-u', one).status === 0);
  if (!name) throw new Error('PostgreSQL refuses to run as root, and there is nobody else');
  return { uid: Number(id('-u', name).stdout), gid: Number(id('-g', name).stdout) };
}

/**
 * Starts a server; answers its address, without a database, how to end it, and how to take it down and up again in between.
 * Throws with the server's own words.
 */
export function startPostgres() {
  const programs = findPostgres();
  if (!programs) throw new Error('PostgreSQL is not installed');
  const who = runner();
  const folder = mkdtempSync(join(roomiest(), 'hatchery-postgres-'));
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  mkdirSync(data, { mode: 0o700 });
  if (who.uid !== undefined) for (const path of [folder, data]) chownSync(path, who.uid, who.gid);
  const run = (program, ...args) => {
    const done = spawnSync(join(programs, program), args, { ...who, cwd: folder, encoding: 'utf8' });
    if (done.status === 0) return;
    const words = existsSync(log) ? readFileSync(log, 'utf8') : '';
    throw new Error(`${program}: ${done.error?.message ?? done.stderr}\n${words}`);
  };
  const settings = [
    "listen_addresses=''",
    `unix_socket_directories='${folder}'`,
    'max_connections=200',
    'shared_buffers=256MB',
    'max_wal_size=2GB',
    'wal_level=minimal',
    'max_wal_senders=0',
    'autovacuum=off',
    'jit=off',
  ];
  const start = () =>
    run('pg_ctl', 'start', '-D', data, '-l', log, '-w', '-o', settings.map((one) => `-c ${one}`).join(' '));
  let isOver = false;
  const stop = () => {
    if (isOver) return;
    isOver = true;
    try {
      run('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  try {
    run('initdb', '-D', data, '-U', 'hatchery', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync');
    start();
  } catch (error) {
    stop();
    throw error;
  }
  process.once('exit', stop);
  return {
    stop,
    takeDown: () => run('pg_ctl', 'stop', '-D', data, '-m', 'fast'),
    takeUp: () => start(),
    url: (database) => `postgres://hatchery@localhost/${database}?host=${encodeURIComponent(folder)}`,
  };
}

/** For vitest: one server for a run; its address in the environment of every test. */
export default function setup() {
  const server = startPostgres();
  process.env.HATCHERY_TEST_POSTGRES = server.url('postgres');
  return server.stop;
}
