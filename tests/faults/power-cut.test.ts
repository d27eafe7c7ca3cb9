import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { randomFrom } from '#tests/random.ts';
import { monday } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { Disk } from './power-cut/disk.ts';
import { buildRecorder, type Deed, readRecording, recording } from './power-cut/recording.ts';

// A power cut loses what was not synced: the writes of a real process are recorded, and the disk is put together as it
// may have been found at any moment.
const transactions = 150;
const database = ['hatchery.db', 'hatchery.db-wal'] as const;
let folder: string;
let images: string;
let library: string | null;
let program: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hatchery-power-'));
  images = join(folder, 'images');
  library = buildRecorder(folder);
  mkdirSync(images, { recursive: true });
  const cache = join(process.cwd(), '.cache');
  mkdirSync(cache, { recursive: true });
  program = join(cache, 'power-cut-writer.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'power-cut', 'writer.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Recorded {
  readonly begin: Readonly<Record<string, Buffer>>;
  readonly deeds: readonly Deed[];
}

async function record(mode: 'FULL' | 'NORMAL'): Promise<Recorded> {
  const place = join(folder, mode);
  mkdirSync(place);
  const store = openStore({ file: join(place, 'hatchery.db') });
  await migrate(store, monday);
  await store.close();
  const begin = { 'hatchery.db': readFileSync(join(place, 'hatchery.db')) };
  const to = join(folder, `${mode}.log`);
  const { status, stderr } = spawnSync(process.execPath, [program, place, String(transactions), mode], {
    env: { ...process.env, ...recording(library ?? '', place, to) },
  });
  if (status !== 0) throw new Error(`The writer ended with ${status}: ${stderr}`);
  return { begin, deeds: readRecording(to) };
}

/** What is wrong with the database as it was found: acknowledged commits that are gone, half transactions, damage. */
function judge(found: Readonly<Record<string, Buffer>>, acknowledged: number): 'sound' | 'lost' | 'damaged' {
  for (const [name, bytes] of Object.entries(found)) writeFileSync(join(images, name), bytes);
  rmSync(join(images, 'hatchery.db-shm'), { force: true });
  const opened = new Sqlite(join(images, 'hatchery.db'));
  try {
    if (opened.pragma('integrity_check', { simple: true }) !== 'ok') return 'damaged';
    const rows = (table: string) =>
      opened.prepare(`select name from ${table} where name like 'power-%'`).pluck().all() as string[];
    const sequences = rows('sequence');
    const values = new Set(rows('instance'));
    const highest = sequences.length;
    const whole =
      values.size === highest &&
      sequences.every((name) => values.has(name)) &&
      Array.from({ length: highest }, (_, i) => `power-${i + 1}`).every((name) => values.has(name));
    if (!whole) return 'damaged';
    return highest >= acknowledged ? 'sound' : 'lost';
  } catch {
    return 'damaged';
  } finally {
    opened.close();
  }
}

function cutPower({ begin, deeds }: Recorded, images: number) {
  const { below } = randomFrom(20_261_125);
  const disk = new Disk(Object.fromEntries(Object.entries(begin).map(([n, b]) => [n, Buffer.from(b)])));
  const sum = { images: 0, sound: 0, lost: 0, damaged: 0 };
  let acknowledged = 0;
  const each = images / deeds.length;
  for (const [i, deed] of deeds.entries()) {
    disk.take(deed);
    if (deed.kind === 'write' && deed.file === 'said') acknowledged += 1;
    const due = Math.floor((i + 1) * each) - sum.images;
    for (let n = 0; n < due; n += 1) {
      const image = Object.fromEntries(database.map((name) => [name, disk.afterCut(name, below)]));
      sum[judge(image, acknowledged)] += 1;
      sum.images += 1;
    }
  }
  return { ...sum, acknowledged };
}

describe('the power goes at any moment', () => {
  test('and every commit that was acknowledged is there, whole', async ({ skip }) => {
    skip(library === null);
    const found = cutPower(await record('FULL'), times(20_000));
    tellFigure({
      row: 2,
      promise: 'What was confirmed survives a power cut',
      tried: `${found.images} images of the disk, ${found.acknowledged} commits`,
      lost: found.lost + found.damaged,
    });
    expect(found).toMatchObject({ lost: 0, damaged: 0, acknowledged: transactions });
  });

  test('which it would not be without a sync at each commit: the test can see', async ({ skip }) => {
    skip(library === null);
    const found = cutPower(await record('NORMAL'), times(1_000));
    tellFigure({
      row: 2,
      promise: '… and the same with synchronous=NORMAL would lose commits',
      tried: `${found.images} images, ${found.lost} with commits lost`,
      lost: 0,
    });
    expect(found.lost).toBeGreaterThan(found.images / 10);
  });
});
