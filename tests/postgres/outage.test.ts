import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInstallation } from '#app/jobs/installation.server.ts';
import { type RealServer, startRealServer } from '#tests/faults/real-server.ts';
import { monday } from '#tests/world.ts';
import { type OwnServer, ownServer } from './own-server.ts';

let postgres: OwnServer;
let server: RealServer;
const token = 'a-token-of-some-length';

beforeEach(async () => {
  postgres = ownServer();
  const url = await postgres.database();
  await (await openInstallation(postgres.folder, monday, url)).close();
  server = await startRealServer(postgres.folder, {
    DATABASE_URL: url,
    METRICS_TOKEN: token,
    LOG_LEVEL: 'silent',
    BACKUP_DIR: 'none',
  });
});
afterEach(async () => {
  await server.stop();
  postgres.stop();
});

async function ask(path: string, how: RequestInit = {}) {
  const answer = await fetch(server.origin + path, { redirect: 'manual', ...how });
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
}
const signIn = () =>
  ask('/sign-in', {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'email=nobody%40test.example&password=not%20the%20right%20one',
  });
const metrics = () => ask('/metrics', { headers: { authorization: `Bearer ${token}` } });
const pages = ['/', '/sign-in', '/notices', '/nowhere'];

test('while PostgreSQL is down everybody is told to come back, and then it goes on without a restart', async () => {
  expect([(await ask('/readyz')).status, (await signIn()).status]).toEqual([200, 422]);
  expect((await metrics()).text).toMatch(/^hatchery_timers_due 0$/m);
  for (let time = 0; time < 2; time += 1) {
    postgres.takeDown();
    for (let round = 0; round < 2; round += 1) {
      expect((await ask('/healthz')).status, 'the process lives').toBe(200);
      expect(await ask('/readyz')).toMatchObject({ status: 503, text: '{"ok":false,"code":"database"}' });
      for (const path of pages) {
        const answer = await ask(path);
        expect([answer.status, answer.retryAfter], path).toEqual([503, '5']);
        expect(answer.text, path).toContain('系统繁忙');
      }
      expect([(await signIn()).status, (await signIn()).retryAfter]).toEqual([503, '5']);
      const figures = await metrics();
      expect(figures.status).toBe(200);
      expect(figures.text).toMatch(/^hatchery_timers_due Nan$/m);
      expect(figures.text).toMatch(/^hatchery_requests_total\{.*status="503"/m);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    postgres.takeUp();
    for (const path of pages) expect((await ask(path)).status, path).toBe(path === '/nowhere' ? 404 : 200);
    expect([(await ask('/readyz')).status, (await signIn()).status]).toEqual([200, 422]);
    expect((await metrics()).text).toMatch(/^hatchery_timers_due 0$/m);
  }
  expect(server.process.exitCode).toBeNull();
});

test('a program that is started while PostgreSQL is down says so and ends', async () => {
  await server.stop();
  const url = await postgres.database();
  postgres.takeDown();
  await expect(startRealServer(postgres.folder, { DATABASE_URL: url })).rejects.toThrow(
    /ended with 1: .*\p{Script=Han}.*\n.*PostgreSQL at .* does not answer/su,
  );
  postgres.takeUp();
});
