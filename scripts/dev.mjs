// npm run dev: serves pages as they are being written. Pages are compiled by Vite when they are asked for and open
// browsers reload by themselves; the server is bundled and started anew when one of its own files changes.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, tell } from './preparation.mjs';

ensureInstalled();
const { buildCommands } = await import('./build-parts.mjs');

let server;
let isEnding = false;

async function startServer() {
  try {
    await buildCommands();
  } catch {
    tell(
      '服务端代码有误，改正后自动重启。',
      'The server does not compile; it starts again when that is mended.',
    );
    return;
  }
  const args = [
    '--enable-source-maps',
    join(root, 'build', 'development', 'serve.js'),
    '--dev',
    ...process.argv.slice(2),
  ];
  const env = { ...process.env, NODE_ENV: 'development' };
  const started = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  server = started;
  started.on('exit', (status) => {
    if (isEnding) process.exit(status ?? 1);
  });
}

function stopServer() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  return ended;
}

let restart;
function restartSoon() {
  clearTimeout(restart);
  restart = setTimeout(async () => {
    await stopServer();
    await startServer();
  }, 200);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    isEnding = true;
    await stopServer();
    process.exit(0);
  });
}
for (const folder of ['app/http', 'app/jobs', 'app/outside', 'app/operations', 'db']) {
  if (existsSync(join(root, folder))) watch(join(root, folder), { recursive: true }, restartSoon);
}
await startServer();
