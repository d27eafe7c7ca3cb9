import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { insertOrganizations } from '#db/writes/import.server.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

const organizations = 3_000;
const exportsAtOnce = 10;
/** What a reader waits for a page in 95 of 100 cases at most, milliseconds (ASVS 15.2.2). */
const mostWaited = 300;

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  await world.draft();
  const like = await world.store.read.selectFrom('organization').selectAll().executeTakeFirstOrThrow();
  const rows = Array.from({ length: organizations }, (_, i) => ({
    ...like,
    id: `01J${String(i).padStart(23, '0')}`,
    name: `城关街道第${i}志愿服务队`,
    uscc: null,
  }));
  for (let from = 0; from < rows.length; from += 200)
    await world.store.write((trx) => insertOrganizations(trx, rows.slice(from, from + 200)));
}, 60_000);

afterAll(async () => {
  await served.close();
  await world.close();
});

// a machine that is busy with something else may be slow once, but not three times
const fairly = { retry: 2, timeout: 120_000 };

test(
  '[ASVS 15.2.2] while ten exports run at once, pages are read as if nobody exported anything',
  fairly,
  async () => {
    const cookie = await served.cookieOf('manager');
    const address = paths.registerExport('xlsx');
    let finished = 0;
    const exported = Array.from({ length: exportsAtOnce }, async () => {
      const answer = await served.get(cookie, address);
      const sheet = unzipSync(new Uint8Array(await answer.arrayBuffer()))['xl/worksheets/sheet1.xml'];
      finished += 1;
      return [answer.status, new TextDecoder().decode(sheet).match(/<row /g)?.length];
    });
    const waited: number[] = [];
    const pages = [paths.organizations(), paths.desk(), paths.list('application')];
    while (finished < exportsAtOnce) {
      const from = performance.now();
      const answer = await served.get(cookie, pages[waited.length % pages.length] ?? '');
      await answer.text();
      expect(answer.status).toBe(200);
      waited.push(performance.now() - from);
    }
    // the heading, those that were put in, and the one that they are like
    expect(await Promise.all(exported)).toEqual(
      Array.from({ length: exportsAtOnce }, () => [200, organizations + 2]),
    );
    expect(waited.length).toBeGreaterThan(20);
    waited.sort((a, b) => a - b);
    expect(waited[Math.floor(waited.length * 0.95)]).toBeLessThan(mostWaited);
  },
);
