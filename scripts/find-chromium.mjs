// Where a browser for the journeys is, or how to get one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, tell } from './preparation.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium: the one that is named, the system's, Playwright's, or one that is installed now. */
export async function findChromium() {
  const found = (await known()) ?? (installForSystem() ? await known() : undefined);
  if (found) return found;
  tell('正在下载测试用的浏览器……', 'Downloading a browser for the tests …');
  run(process.execPath, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
  return known();
}

async function known() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const { chromium } = await import('playwright-core');
  return [process.env.CHROMIUM_PATH, ...inPath, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

/** Debian's own package, where we may install it. */
function installForSystem() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  tell('正在安装 Chromium 和中文字体……', 'Installing Chromium and Chinese fonts …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env });
  return (
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env,
    }) === 0
  );
}
