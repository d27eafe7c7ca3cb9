/**
 * Photographs of the gallery, to look at: `node tests/components/gallery/shoot.mjs <folder> [page …]`.
 * Each page at the size of a phone and of an old office screen, light and dark, checked by axe on the way.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import tailwindcss from '@tailwindcss/vite';
import { chromium } from 'playwright-core';
import { build, createServer } from 'vite';

const [folder = 'shots', ...only] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../../', import.meta.url));

async function styles() {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [tailwindcss()],
    build: { write: false, cssTarget: 'chrome109', rollupOptions: { input: `${root}app/styles/app.css` } },
  });
  const { output } = Array.isArray(built) ? built[0] : built;
  return String(output.find((file) => file.fileName.endsWith('.css')).source);
}

await mkdir(folder, { recursive: true });
const css = await styles();
console.log(`css: ${(css.length / 1024).toFixed(1)} KB`);
const script = await readFile(`${root}public/enhance.js`, 'utf8');
const server = await createServer({
  root,
  configFile: false,
  server: { middlewareMode: true },
  appType: 'custom',
});
const { galleryDocument, galleryPages } = await server.ssrLoadModule('/tests/components/gallery/gallery.tsx');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const screens = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'office', width: 1366, height: 768 },
];

for (const name of Object.keys(galleryPages)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const screen of screens) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport: screen, colorScheme });
      const page = await context.newPage();
      page.on('pageerror', (error) => console.log(name, 'script:', error.message));
      await page.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/app.css') return route.fulfill({ body: css, contentType: 'text/css' });
        if (pathname === '/enhance.js')
          return route.fulfill({ body: script, contentType: 'text/javascript' });
        if (pathname !== '/') return route.fulfill({ status: 404, body: '' });
        const locale = process.env.GALLERY_LOCALE ?? 'zh-CN';
        return route.fulfill({
          body: galleryDocument(name, '/app.css', locale),
          contentType: 'text/html; charset=utf-8',
        });
      });
      await page.goto('http://gallery.test/');
      await page.screenshot({ path: `${folder}/${name}-${screen.name}-${colorScheme}.png`, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) console.log(name, screen.name, `scrolls sideways by ${wide}px`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const violation of violations) {
        console.log(name, screen.name, colorScheme, violation.id, violation.help);
        for (const node of violation.nodes.slice(0, 4)) console.log('   ', node.html.slice(0, 160));
      }
      await context.close();
    }
  }
}
await browser.close();
await server.close();
