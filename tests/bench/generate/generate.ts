import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { prepareDemo } from '#app/jobs/demo/prepare-demo.server.ts';
import { databaseFile, openInstallation } from '#app/jobs/installation.server.ts';
import { takeCheckpoint } from '#app/operations/engine/checkpoint.server.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { gramsOfName } from '#db/dialects/name-grams.server.ts';
import { tidyNames } from '#db/dialects/search.server.ts';
import { migrations } from '#db/migrations/index.ts';
import { randomFrom } from '#tests/random.ts';
import { checkGenerated } from './check.ts';
import { idMaker } from './id-maker.ts';
import { liveAgain, type Place, registerOnly, type Sink } from './life.ts';
import { readTemplate, type Template } from './template.ts';

/** The moment at which the generated centers stand; the server under measurement starts its clock there. */
export const benchNow = '2026-03-16T02:30:00.000Z';
const seed = 20_260_316;
const inOneTransaction = 100_000;
/** Raised when the generator changes, so that older databases are made anew. */
const generatorVersion = 5;

export type Tell = (line: string) => void;

/**
 * The folder of an installation with `size` organizations in several centers of several regions, made where it is not
 * there yet. Their lives are those of the demo center, lived by the engine, and told again with other names; so every
 * size has the same kinds of records. `checkGenerated` has held against it.
 */
export async function generated(cache: string, size: number, tell: Tell): Promise<string> {
  const stamp = `v${generatorVersion}-${migrations.at(-1)?.[0] ?? ''}`;
  const folder = join(cache, `${size}-${stamp}`);
  if (existsSync(join(folder, 'made.json'))) return folder;
  const templateFolder = join(cache, `template-${stamp}`);
  tell(`generating ${size} organizations …`);
  const prepared = await prepareDemo(templateFolder, { fresh: false, now: benchNow, say: () => {} });
  if (!prepared.ok) throw new Error('the template center could not be made');
  const unfinished = `${folder}.tmp`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const begun = performance.now();
  await (await openInstallation(unfinished, benchNow)).close();
  fill(databaseFile(templateFolder), databaseFile(unfinished), size);
  cpSync(join(templateFolder, 'files'), join(unfinished, 'files'), { recursive: true });
  tell(`  filled in ${Math.round((performance.now() - begun) / 1000)} s; checking`);
  const store = await openInstallation(unfinished, benchNow);
  try {
    // as the last night has left it
    await tidyNames(store);
    await takeCheckpoint({ store, clock: movableClock(benchNow) });
    const checked = await checkGenerated(store, databaseFile(unfinished));
    writeFileSync(join(unfinished, 'made.json'), JSON.stringify({ size, ...checked }));
    tell(`  ${JSON.stringify(checked)}, ${Math.round((performance.now() - begun) / 1000)} s`);
  } finally {
    await store.close();
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return folder;
}

/** How many organizations each center has: the first by far the most, as a county seat has. */
function centerSizes(size: number): readonly number[] {
  const centers = Math.max(4, Math.min(400, Math.round(size / 2500)));
  const weights = Array.from({ length: centers }, (_, i) => 1 / (i + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.floor((size * weight) / whole));
  sizes[0] = (sizes[0] ?? 0) + size - sizes.reduce((sum, n) => sum + n, 0);
  return sizes;
}

/**
 * Which lives there are, as shares added up. Beyond what centers of a city have, most organizations stand on the
 * register and have begun nothing.
 */
const mixes = {
  centers: { registerOnly: 0.5, submitted: 0.7, light: 0.95, reviewed: 0.99 },
  register: { registerOnly: 0.85, submitted: 0.92, light: 0.995, reviewed: 0.999 },
} as const;

const regions = ['411025', '411002', '411003', '411023', '411024', '411081', '411082'];

function fill(from: string, to: string, size: number): void {
  const source = new Sqlite(from, { readonly: true });
  const db = new Sqlite(to);
  try {
    // nothing is to be kept of a file that is not finished, so nothing is written twice and no page before it must
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    db.pragma('foreign_keys = OFF');
    db.pragma('cache_size = -1000000');
    db.pragma('temp_store = MEMORY');
    const template = readTemplate(source);
    const random = randomFrom(seed);
    const { sink, finish } = sinkInto(db, source, template);
    const kinds = kindsOf(template);
    const mix = size > 300_000 ? mixes.register : mixes.centers;
    let n = 0;
    db.exec('begin');
    const setInstance = db.prepare('insert into instance (name, value) values (?, ?)');
    setInstance.run('test', benchNow);
    // the check of the night reads everything: it was just done, and does not begin while something is measured
    setInstance.run('check.last', benchNow);
    // the settings of the demo: nobody is asked for a second factor
    const settings = source
      .prepare(
        "select name, value from instance where name not in ('demo', 'check.last', 'backup.last', 'restore.verified')",
      )
      .all();
    for (const { name, value } of settings as { name: string; value: string }[]) setInstance.run(name, value);
    for (const [number, ofThis] of centerSizes(size).entries()) {
      const place = openPlace(template, number, sink);
      for (let i = 0; i < ofThis; i += 1) {
        n += 1;
        if (n % inOneTransaction === 0) db.exec('commit; begin');
        // each kind of life is in the first center once, at every size
        const first = number === 0 ? template.lives[i] : undefined;
        const dice = random.next();
        if (first) liveAgain(first, place, random, sink, n, true);
        else if (dice < mix.registerOnly) registerOnly(random.pick(template.lives), place, random, sink, n);
        else if (dice < mix.submitted) liveAgain(random.pick(kinds.submitted), place, random, sink, n);
        else if (dice < mix.light) liveAgain(random.pick(kinds.light), place, random, sink, n);
        else if (dice < mix.reviewed) liveAgain(random.pick(kinds.reviewed), place, random, sink, n);
        else liveAgain(random.pick(kinds.whole), place, random, sink, n);
      }
    }
    finish();
    db.exec('commit');
    db.pragma('journal_mode = WAL');
  } finally {
    source.close();
    db.close();
  }
}

/** Lives by how much happened in them. Many apply, fewer are reviewed, few are incubated for a whole year. */
function kindsOf({ lives }: Template) {
  const isSubmitted = (life: Template['lives'][number]) =>
    life.rows.some(({ table, row }) => table === 'application' && row.state === 'submitted');
  const between = (least: number, most: number) =>
    lives.filter((life) => life.weight >= least && life.weight < most && !isSubmitted(life));
  return {
    submitted: lives.filter(isSubmitted),
    light: between(0, 12_000),
    reviewed: between(12_000, 30_000),
    whole: between(30_000, Number.POSITIVE_INFINITY),
  };
}

/** Opens a center like the template's, with programs, calls, rubrics, working days, seats and people of its own. */
function openPlace(template: Template, number: number, sink: Sink): Place {
  const words = new Map<string, string>();
  for (const { row } of template.center.rows)
    if (typeof row.id === 'string') words.set(row.id, sink.newId(row.id));
  const id = words.get(template.centerId) as string;
  const say = (word: string) =>
    words.get(word) ?? (word.includes('@') && number > 0 ? word.replace('@', `.${number}@`) : word);
  for (const { table, values } of template.center.rows) {
    const columns = sink.columns.get(table) ?? [];
    const row = values.map((value) =>
      Array.isArray(value) ? value.map((part, i) => (i % 2 === 1 ? say(part) : part)).join('') : value,
    ) as (string | number | null)[];
    if (table === 'center' && number > 0) {
      row[columns.indexOf('name')] = `第${number}社会组织孵化中心`;
      row[columns.indexOf('name_en')] = `Incubation Center No. ${number}`;
      row[columns.indexOf('region_code')] =
        `${regions[number % regions.length]}${String(number).padStart(3, '0')}`;
    }
    sink.insert(table, row);
  }
  return { id, number, words };
}

function sinkInto(db: Sqlite.Database, source: Sqlite.Database, template: Template) {
  const statements = new Map<string, Sqlite.Statement>();
  const counts = new Map<string, number>();
  const sequences = new Map<string, number>();
  const overall = new Set(
    (source.prepare('select name from sequence').all() as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => !name.startsWith(template.centerId))
      .map((name) => name.split('/')[0]),
  );
  const insertSearch = db.prepare('insert into organization_search (seq, organization_id) values (?, ?)');
  const insertGrams = db.prepare('insert into organization_grams (rowid, grams) values (?, ?)');
  let seq = 0;
  let named = 0;
  const sink: Sink = {
    columns: template.columns,
    newId: idMaker(),
    newSeq: () => {
      seq += 1;
      return seq;
    },
    insert: (table, values) => {
      let statement = statements.get(table);
      if (statement === undefined) {
        const columns = template.columns.get(table) ?? [];
        const names = columns.map((column) => `"${column}"`).join(', ');
        statement = db.prepare(
          `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
        );
        statements.set(table, statement);
      }
      statement.run(...values);
    },
    indexName: (centerId, organizationId, name) => {
      named += 1;
      insertSearch.run(named, organizationId);
      insertGrams.run(named, [`§${centerId.toLowerCase()}`, ...gramsOfName(name)].join(' '));
    },
    count: (centerId, lifecycle, state) => {
      const key = `${centerId} ${lifecycle} ${state}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    nextNumber: (centerId, prefix, period) => {
      const name = overall.has(prefix) ? `${prefix}/${period}` : `${centerId}/${prefix}/${period}`;
      const next = (sequences.get(name) ?? 0) + 1;
      sequences.set(name, next);
      return next;
    },
  };
  const finish = () => {
    const insertCounter = db.prepare(
      'insert into counter (center_id, lifecycle, state, count) values (?, ?, ?, ?)',
    );
    for (const [key, count] of counts) insertCounter.run(...key.split(' '), count);
    const insertSequence = db.prepare('insert into sequence (name, last) values (?, ?)');
    for (const [name, last] of sequences) insertSequence.run(name, last);
  };
  return { sink, finish };
}
