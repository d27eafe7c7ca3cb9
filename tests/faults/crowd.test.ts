import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { hashPassword } from '#app/operations/people/passwords.server.ts';
import { openStore } from '#db/connection.server.ts';
import { monday } from '#tests/world.ts';
import { tellFigure } from './figures.ts';
import { prepareKillWorld } from './kill-world.ts';
import { startRealServer } from './real-server.ts';

const crowd = 100;
const password = 'a hundred people know this one';
/** MiB: what argon2id may take at its peak, two at a time, beside the program itself. */
const mostMemory = 300;
/** Milliseconds: what everybody else may wait meanwhile. */
const longestWait = 300;

const emailOf = (i: number) => `crowd${i}@test.example`;

async function enterCrowd(dataDir: string): Promise<void> {
  const store = openStore({ file: join(dataDir, 'hatchery.db') });
  const hash = await hashPassword(password);
  await store.write(async (trx) => {
    const { person_id } = await trx.selectFrom('session').select('person_id').executeTakeFirstOrThrow();
    const like = await trx
      .selectFrom('person')
      .selectAll()
      .where('id', '=', person_id)
      .executeTakeFirstOrThrow();
    for (let i = 0; i < crowd; i += 1)
      await trx
        .insertInto('person')
        .values({ ...like, id: ulid(Date.parse(monday) + i), email: emailOf(i), password_hash: hash })
        .execute();
  });
  await store.close();
}

/** The most memory that a process ever had at once, in MiB. */
const peakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY;

test('B089 a hundred who sign in at once all come in; others hardly wait, and memory stays small', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hatchery-crowd-'));
  const staff = await prepareKillWorld(dataDir, 1);
  await enterCrowd(dataDir);
  const server = await startRealServer(dataDir, { NOW: monday, BACKUP_DIR: 'none' });
  const visit = async (): Promise<number> => {
    const begun = performance.now();
    const answer = await fetch(`${server.origin}/directory?q=${Math.round(begun)}`);
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    return performance.now() - begun;
  };
  const visitsUntil = async (isOver: () => boolean): Promise<readonly number[]> => {
    const times: number[] = [];
    while (!isOver()) times.push(await visit());
    return times;
  };
  try {
    expect(staff).toHaveLength(1);
    let quiet = 0;
    const before = await visitsUntil(() => {
      quiet += 1;
      return quiet > 60;
    });
    let left = crowd;
    const comingIn = Promise.all(
      Array.from({ length: crowd }, async (_, i) => {
        const answer = await fetch(`${server.origin}/sign-in`, {
          method: 'POST',
          redirect: 'manual',
          headers: { origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ email: emailOf(i), password }).toString(),
        });
        await answer.arrayBuffer();
        left -= 1;
        return answer.status;
      }),
    );
    const during = await visitsUntil(() => left === 0);
    const statuses = await comingIn;
    const memory = peakOf(server.process.pid ?? 0);
    tellFigure({
      row: 16,
      promise: 'A crowd at the door keeps nobody else waiting',
      tried: `${crowd} sign-ins at once, ${during.length} visits meanwhile: 95 % within ${Math.round(p95(during))} ms (${Math.round(p95(before))} ms before), ${Math.round(memory)} MiB at most`,
      lost: statuses.filter((status) => status !== 303).length,
    });
    expect(new Set(statuses)).toEqual(new Set([303]));
    expect(memory).toBeLessThan(mostMemory);
    // where the machine itself is slow, its own pace is what they are measured by
    expect(p95(during)).toBeLessThan(Math.max(longestWait, 3 * p95(before)));
    expect(during.length).toBeGreaterThan(20);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
