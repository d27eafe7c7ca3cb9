import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { hashPassword } from '#app/operations/people/passwords.server.ts';
import { serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

/** The one password of everyone on the stage. */
export const password = 'hatchery-journey';

export interface Stage {
  readonly world: World;
  readonly origin: string;
  /** A browser of somebody's own; `phone` is 390 × 844, `scripts: false` has JavaScript off. */
  readonly open: (how?: {
    readonly phone?: boolean;
    readonly scripts?: boolean;
    readonly english?: boolean;
  }) => Promise<Visitor>;
  /** Gives a person who came later the password of the stage. */
  readonly knows: (name: string) => Promise<void>;
  /** Signs a person of the cast in, by the real page. */
  readonly enter: (name: string, how?: Parameters<Stage['open']>[0]) => Promise<Visitor>;
  readonly close: () => Promise<void>;
}

export interface Visitor {
  readonly page: Page;
  readonly go: (path: string) => Promise<void>;
  /** Checks the page with axe, and that the console kept quiet. Called on every page that a journey passes. */
  readonly look: () => Promise<void>;
  readonly leave: () => Promise<void>;
}

const seen = new Set<string>();

/** How many pages the journeys of this run have checked with axe. */
export const checked = { pages: 0 };

/** The built product on a fresh center, with a clock that the journey moves. */
export async function openStage(): Promise<Stage> {
  const world = await openWorld();
  const hash = await hashPassword(password);
  await world.store.write((trx) =>
    trx.updateTable('person').set({ password_hash: hash, password_changed_at: world.clock.now() }).execute(),
  );
  const served = await serveWorld(world);
  const { origin } = served;
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

  const open: Stage['open'] = async ({ phone = false, scripts = true, english = false } = {}) => {
    const context: BrowserContext = await browser.newContext({
      baseURL: origin,
      locale: english ? 'en-GB' : 'zh-CN',
      javaScriptEnabled: scripts,
      viewport: phone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return {
      page,
      go: async (path) => {
        await page.goto(path);
      },
      look: async () => {
        expect(complaints, `the console on ${page.url()}`).toEqual([]);
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(1);
        if (!scripts) return;
        // A page of the same kind, in the same state, on the same screen, is not asked twice.
        const kind = await page.evaluate(
          'location.pathname.replace(/[0-9A-Z]{26}/g, ":id") + "|" + (document.querySelector("main .tag")?.textContent ?? "")',
        );
        if (seen.has(`${phone}/${String(kind)}`)) return;
        seen.add(`${phone}/${String(kind)}`);
        // our pages hold no frames: what joins the findings of several, in a page of its own, takes as long again
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        checked.pages += 1;
        expect(
          violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`),
          `axe on ${page.url()}`,
        ).toEqual([]);
      },
      leave: () => context.close(),
    };
  };
  return {
    world,
    origin,
    open,
    knows: async (name) => {
      await world.store.write((trx) =>
        trx.updateTable('person').set({ password_hash: hash }).where('id', '=', world.idOf(name)).execute(),
      );
    },
    enter: async (name, how) => {
      const visitor = await open(how);
      await visitor.go('/sign-in');
      await visitor.page.fill('input[name=email]', `${name}@test.example`);
      await visitor.page.fill('input[name=password]', password);
      await visitor.page.click('main form:has(input[name=password]) button[type=submit]');
      await visitor.page.waitForURL('**/desk');
      return visitor;
    },
    close: async () => {
      console.info(`axe checked ${checked.pages} pages`);
      await browser.close();
      await served.close();
      await world.close();
    },
  };
}
