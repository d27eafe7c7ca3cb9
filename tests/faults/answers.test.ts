import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monday } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { prepareKillWorld } from './kill-world.ts';
import { folderOnDisk } from './on-disk.ts';
import { buildRecorder, type Deed, readRecording, recording } from './power-cut/recording.ts';
import { startRealServer } from './real-server.ts';

const log = 'hatchery.db-wal';
let recorder: string;
let library: string | null;
beforeAll(() => {
  recorder = mkdtempSync(join(tmpdir(), 'hatchery-recorder-'));
  library = buildRecorder(recorder);
});
afterAll(() => rmSync(recorder, { recursive: true, force: true }));

/** Confirmations that went out while something written before them was not on disk, or before anything was written. */
function tooEarly(deeds: readonly Deed[]): { readonly answers: number; readonly early: number } {
  const sum = { answers: 0, early: 0 };
  let unsynced = false;
  let synced = false;
  for (const deed of deeds) {
    if (deed.kind === 'write' && deed.file === log) unsynced = true;
    if (deed.kind === 'sync' && deed.file === log) {
      synced = synced || unsynced;
      unsynced = false;
    }
    if (deed.kind !== 'answer' || deed.status !== '303') continue;
    sum.answers += 1;
    if (unsynced || !synced) sum.early += 1;
    synced = false;
  }
  return sum;
}

describe('confirmed means on disk', () => {
  test('no confirmation leaves the server before what it confirms is synced', async ({ skip }) => {
    skip(library === null);
    const folder = folderOnDisk('hatchery-answers-');
    const [first] = await prepareKillWorld(folder, 1);
    if (first === undefined) throw new Error('There is nobody at work');
    const [client] = first;
    const to = join(folder, '..', `${folder.split('/').at(-1)}.log`);
    const server = await startRealServer(folder, { NOW: monday, ...recording(library ?? '', folder, to) });
    try {
      const target = times(200);
      const until = performance.now() + 120_000;
      await client.work(server, () => client.confirmed.size >= target || performance.now() > until);
      expect(client.strange).toEqual([]);
      await server.stop();
      const found = tooEarly(readRecording(to));
      tellFigure({
        row: 3,
        promise: 'Confirmed means on disk',
        tried: `${found.answers} confirmations, each after its sync`,
        lost: found.early,
      });
      expect(found).toEqual({ answers: target, early: 0 });
    } finally {
      await server.kill();
      for (const each of [folder, to]) rmSync(each, { recursive: true, force: true });
    }
  });
});
