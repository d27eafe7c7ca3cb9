import { copyFileSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sessionCookieOf } from '#app/http/session-cookie.server.ts';
import { beginSession } from '#app/operations/people/begin-session.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { openStore } from '#db/connection.server.ts';
import { faultsOfFile } from '#db/copies.server.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';
import { multipart } from '#tests/security/hostile-request.ts';
import { monday, openWorld } from '#tests/world.ts';
import { tellFigure } from './figures.ts';
import { startRealServer } from './real-server.ts';
import { smallDisk } from './small-disk.ts';

const kib = 1024;
const size = 512 * kib;
/** How much room is left when a file of 512 KiB comes: none, for a piece of it, for it and not for its row, nearly enough. */
const left = [0, 4, 64, 256, 500, 512, 516, 520, 528, 600].map((each) => each * kib);
const disk = smallDisk();

/** An installation with a draft whose documents are asked for; the draft and the cookie of its lead. */
async function prepareDraft(): Promise<{ readonly id: string; readonly cookie: string }> {
  const world = await openWorld();
  const { id, lead } = await world.draft();
  const person = { id: world.idOf(lead), email: `${lead}@test.example` };
  const { token } = await world.store.write((trx) =>
    beginSession(trx, person, { address: '127.0.0.1', agent: 'a browser' }, world.clock.now()),
  );
  await world.store.write((trx) => setInstanceValue(trx, 'test', '1'));
  await world.store.close();
  copyFileSync(join(world.folder, 'hatchery.db'), join(disk.folder, 'hatchery.db'));
  rmSync(world.folder, { recursive: true, force: true });
  return { id, cookie: sessionCookieOf({ publicUrl: null }).set(token).split(';')[0] ?? '' };
}

/** The contents and pieces of contents that lie in the store of files. */
const filesKept = () =>
  readdirSync(disk.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.startsWith(join(disk.folder, 'files')))
    .map(({ name }) => name)
    .sort();

/** A small document of so many bytes that is unlike every other. */
function documentOf(number: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(`%PDF-1.4\n% ${number}\n1 0 obj<<>>endobj\n%%EOF\n`));
  return bytes;
}

test('B055 a file that the disk has no room for is refused: its row is not there, nor anything of it that the sweep does not take', async ({
  skip,
}) => {
  skip(!disk.isMounted);
  const { id, cookie } = await prepareDraft();
  const server = await startRealServer(disk.folder, { NOW: monday, BACKUP_DIR: 'none' });
  const filler = join(disk.folder, 'filler');
  const handIn = async (number: number): Promise<number> => {
    const file = { name: `文件${number}.pdf`, type: 'application/pdf', bytes: documentOf(number) };
    const sending = multipart([], [['serviceEvidence', file]]);
    const answer = await fetch(`${server.origin}/applications/${id}/form/documents`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: server.origin, 'content-type': sending.type ?? '' },
      body: sending.body,
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const named = async () => {
    const store = openStore({ file: join(disk.folder, 'hatchery.db') });
    const found = await store.read
      .selectFrom('document')
      .select(['name', 'sha256'])
      .where('record_id', '=', id)
      .where('name', 'like', '文件%')
      .where('removed_at', 'is', null)
      .execute();
    await store.close();
    return found;
  };
  const statuses: number[] = [];
  let wrong = 0;
  try {
    for (const [number, room] of left.entries()) {
      const { bavail, bsize } = statfsSync(disk.folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - room)));
      const status = await handIn(number);
      rmSync(filler);
      statuses.push(status);
      // row and content are both there, or neither
      const rows = (await named()).filter(({ name }) => name === `文件${number}.pdf`);
      const isThere = rows.length === 1 && filesKept().includes(rows[0]?.sha256 ?? '');
      const isNowhere = rows.length === 0;
      if (status === 303 ? !isThere : !isNowhere || ![503, 507].includes(status)) wrong += 1;
      expect([status, isThere, isNowhere], `${room} bytes left`).toEqual(
        status === 303 ? [303, true, false] : [expect.toBeOneOf([503, 507]), false, true],
      );
    }
    // with nothing left it was refused, and with room again the same file is taken
    expect(statuses[0]).not.toBe(303);
    expect(statuses.filter((status) => status !== 303).length).toBeGreaterThan(4);
    expect(await handIn(0)).toBe(303);
    // no piece of what was refused is left; a content whose row had no room is whole, nobody's, and goes with the sweep
    const kept = new Set((await named()).map(({ sha256 }) => sha256));
    const files = openFileStore(disk.folder);
    for (const name of filesKept()) expect(await files.verify(name), name).toBe(true);
    await files.sweep(async (sha256) => kept.has(sha256), -1_000);
    expect(filesKept()).toEqual([...kept].sort());
    expect(await server.stop()).toBe(0);
  } finally {
    await server.kill();
  }
  expect(faultsOfFile(join(disk.folder, 'hatchery.db'))).toEqual([]);
  tellFigure({
    row: 4,
    promise: 'A full disk keeps no half of an upload',
    tried: `${left.length} uploads with less and less room, ${statuses.filter((each) => each !== 303).length} refused`,
    lost: wrong,
  });
});
