import { stat } from 'node:fs/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered } from '#app/http/front.server.ts';
import type { House } from '#app/operations/house.ts';
import { lastDone } from '#app/operations/keeping/keeping-dates.server.ts';
import { unlessOut } from '#db/outages.server.ts';
import { dueTimersQueue, liveSessionCount, openOutboxQueue } from '#db/reads/figures.server.ts';
import { databaseFile } from '../installation.server.ts';
import { figuresOfAll } from './figures-of-all.server.ts';

/** What `/metrics` tells. Labels are route ids, methods, status and refusal codes, all from short lists: nothing of people. */
export interface Figures {
  /** Counts an answer. */
  answered(answer: Answered): void;
  /** What the file store takes, in bytes, as it was measured last. */
  storeMeasured(bytes: number): void;
  text(): Promise<string>;
}

const methods = ['GET', 'HEAD', 'POST'];
/** Seconds. A page takes milliseconds; an upload over a poor line, minutes. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/**
 * The figures: requests, what waits, sizes, ages, and Node's own (memory, event loop). Each process counts its own; the text
 * tells those of all that serve on one port.
 */
export function createFigures({ store, clock }: House, dataDir: string): Figures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'hatchery_requests_total',
    help: 'Requests by route, method, status and reason of a refusal',
    labelNames: ['route', 'method', 'status', 'refusal'],
    registers,
  });
  const durations = new Histogram({
    name: 'hatchery_request_duration_seconds',
    help: 'How long answers took, by route',
    labelNames: ['route'],
    buckets,
    registers,
  });
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new Gauge({
      name: `hatchery_${name}`,
      help,
      registers,
      // of the database, not of a process: each says the same
      aggregator: 'first',
      async collect() {
        // the others are told all the same while the database is away
        this.set((await unlessOut(value)) ?? Number.NaN);
      },
    });
  const secondsSince = (at: string | null) =>
    at === null ? 0 : Math.max(0, (Date.parse(clock.now()) - Date.parse(at)) / 1000);
  const ageOf = (at: string | null) => (at === null ? Number.NaN : secondsSince(at));
  const timers = () => dueTimersQueue(store.read, clock.now());
  const outbox = () => openOutboxQueue(store.read);
  let storeBytes = Number.NaN;

  gauge('timers_due', 'Timers that are due', async () => (await timers()).count);
  gauge('timers_oldest_seconds', 'Since when the oldest of them is due', async () =>
    secondsSince((await timers()).oldest),
  );
  gauge('outbox_open', 'Messages that did not go out yet', async () => (await outbox()).count);
  gauge('outbox_oldest_seconds', 'Age of the oldest of them', async () =>
    secondsSince((await outbox()).oldest),
  );
  gauge('sessions', 'Sessions that have not ended', () => liveSessionCount(store.read, clock.now()));
  gauge('database_wal_bytes', 'Size of the write-ahead log; alarm at 64 MB', () =>
    store.dialect === 'sqlite' ? sizeOf(`${databaseFile(dataDir)}-wal`) : 0,
  );
  gauge('file_store_bytes', 'What the contents of uploads take', () => storeBytes);
  gauge('backup_age_seconds', 'Age of the newest backup; NaN: none', async () =>
    ageOf(await lastDone(store.read, 'backup')),
  );
  gauge('restore_verified_age_seconds', 'Since a restore was tried and held; NaN: never', async () =>
    ageOf(await lastDone(store.read, 'drill')),
  );

  return {
    answered: ({ route, method, status, milliseconds, refusal }) => {
      const known = methods.includes(method) ? method : 'other';
      requests.inc({ route, method: known, status: String(status), refusal: refusal ?? '' });
      durations.observe({ route }, milliseconds / 1000);
    },
    storeMeasured: (bytes) => {
      storeBytes = bytes;
    },
    text: figuresOfAll(registry),
  };
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    (found) => found.size,
    () => 0,
  );
