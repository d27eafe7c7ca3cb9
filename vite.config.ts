import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  // The oldest browser served well is Chromium 109 (the last on Windows 7).
  build: { target: 'chrome109', cssTarget: 'chrome109', sourcemap: false },
});
