import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { LARGEST_REGISTER, readGrid } from '#app/documents/register-grid.server.ts';
import { calendarOf, localDate } from '#app/domain/calendar.ts';
import { theSystem } from '#app/domain/policy/actor.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { Grid, Known } from '#app/domain/register/index.ts';
import { type Settings, settingsWith } from '#app/domain/settings.ts';
import { type Translate, translator } from '#app/i18n/translate.ts';
import { columnsOf } from '#app/operations/register/choices.ts';
import { type Imported, importRegister } from '#app/operations/register/import-register.server.ts';
import { type ImportPlan, planImport } from '#app/operations/register/plan.ts';
import { type Clock, startingAt, systemClock } from '#app/outside/clock.server.ts';
import {
  type Configuration,
  describeRefusals,
  parseConfiguration,
} from '#app/outside/configuration.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { paths } from '#app/paths.ts';
import type { Store } from '#db/connection.server.ts';
import { programsOf } from '#db/reads/admin.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import { instanceValue } from '#db/reads/instance.server.ts';
import { knownInCenter } from '#db/reads/register-known.server.ts';
import { type ImportArguments, readArguments } from './import-arguments.server.ts';
import { columnsLine, jsonLine, plainLine, summaryLines } from './import-report.server.ts';
import { databaseFile, openInstallation } from './installation.server.ts';
import { exitStatus, type Terminal } from './terminal.server.ts';

/** Said instead of going on; the command then ends with the status. */
class Stop extends Error {
  constructor(
    readonly status: number,
    ...lines: readonly string[]
  ) {
    super(lines.join('\n'));
  }
}

/**
 * Imports a register from the command line, as the system. With `--json` standard output has one line for each row and
 * nothing else. Answers the exit status: 0 when the file could be read.
 */
export async function importCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readArguments(args);
  const configuration = parseConfiguration(terminal.env);
  try {
    if (!asked.ok) throw new Stop(exitStatus.usage, asked.sentence);
    if (!configuration.ok) throw new Stop(exitStatus.usage, describeRefusals(configuration.refusals));
    await run(asked.value, configuration.value, terminal);
    return exitStatus.done;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    terminal.err(error.message);
    return error.status;
  }
}

async function run(asked: ImportArguments, configuration: Configuration, terminal: Terminal): Promise<void> {
  const t = translator(asked.locale);
  const file = resolve(terminal.folder, asked.file);
  const grid = await gridOf(t, file);
  const { dataDir, databaseUrl } = configuration;
  const exists = databaseUrl !== null || existsSync(databaseFile(dataDir));
  const store = exists ? await openInstallation(dataDir, systemClock.now(), databaseUrl) : null;
  try {
    const clock = await clockOf(t, store, configuration);
    const center = await centerOf(t, store, asked.center);
    const place = await placeOf(store, center, clock);
    const termMonths = asked.termMonths ?? place.settings.termMonths;
    const plan = await planImport(grid, { ...place, mapping: asked.mapping, termMonths });
    if (!plan.ok)
      throw new Stop(exitStatus.failed, ...said(t, plan.refusals), columnsLine(t, columnsOf(grid)));
    report(t, asked, plan.value, termMonths, terminal);
    if (asked.dryRun) return terminal.err(t('import.command.dryRun'));
    if (store === null || center === undefined) return terminal.err(t('import.command.noCenter'));
    const imported = await importRegister(
      { store, clock },
      { files: openFileStore(configuration.dataDir) },
      {
        runId: newId(clock.now()),
        centerId: center.id,
        grid,
        fileName: basename(file),
        mapping: asked.mapping,
        termMonths,
        programId: place.programId ?? '',
        shown: plan.value.incoming.length,
        actor: theSystem,
        by: { personId: null, name: translator('zh-CN')('import.command.name'), role: 'system' },
        locale: asked.locale,
        requestId: 'npm run import',
        address: '',
      },
    );
    if (!imported.ok) throw new Stop(exitStatus.failed, ...said(t, imported.refusals));
    await tellDone(t, file, center.name, imported.value, terminal);
  } finally {
    await store?.close();
  }
}

const said = (t: Translate, refusals: readonly Refusal[]): readonly string[] =>
  refusals.map((one) => t.refusal(one));

async function gridOf(t: Translate, file: string): Promise<Grid> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) throw new Stop(exitStatus.failed, t('import.command.noFile', { file }));
  if (size > LARGEST_REGISTER) {
    const megabytes = LARGEST_REGISTER / 1024 / 1024;
    throw new Stop(exitStatus.failed, t.refusal({ code: 'register.file.tooLarge', params: { megabytes } }));
  }
  const grid = await readGrid(await readFile(file), basename(file));
  if (!grid.ok) throw new Stop(exitStatus.failed, ...said(t, grid.refusals));
  return grid.value;
}

/** `NOW` is honoured only on a database that is marked as demo or test, as by the server. */
async function clockOf(t: Translate, store: Store | null, { now }: Configuration): Promise<Clock> {
  if (now === null) return systemClock;
  const marks =
    store === null ? [] : [await instanceValue(store.read, 'demo'), await instanceValue(store.read, 'test')];
  if (marks.every((mark) => mark === null)) throw new Stop(exitStatus.usage, t('import.command.now'));
  return startingAt(now);
}

/** The center that was named, or the only one; undefined where there is none yet. */
async function centerOf(t: Translate, store: Store | null, named: string | null) {
  const centers = store === null ? [] : await allCenters(store.read);
  const list = { centers: t.format.list(centers.map((center) => center.name)) };
  if (named !== null) {
    const center = centers.find((one) => one.id === named || one.name === named);
    if (center === undefined)
      throw new Stop(exitStatus.usage, t('import.command.noSuchCenter', { name: named, ...list }));
    return center;
  }
  if (centers.length > 1) throw new Stop(exitStatus.usage, t('import.command.whichCenter', list));
  return centers[0];
}

interface ImportPlace {
  readonly today: string;
  readonly known: Known;
  readonly settings: Settings;
  readonly programId: string | null;
}

const nothingKnown: Known = { codes: new Set(), names: new Set(), recordNos: new Set() };

/** What holds at the center: its day, its register, its newest program. Where there is none: nothing, and the defaults. */
async function placeOf(
  store: Store | null,
  center: { readonly id: string } | undefined,
  clock: Clock,
): Promise<ImportPlace> {
  if (store === null || center === undefined) {
    const today = localDate(clock.now(), calendarOf([]));
    return { today, known: nothingKnown, settings: settingsWith(), programId: null };
  }
  const program = (await programsOf(store.read, center.id)).at(-1);
  return {
    today: localDate(clock.now(), await calendarOfCenter(store.read, center.id)),
    known: await knownInCenter(store.read, center.id),
    settings: program?.settings ?? settingsWith(),
    programId: program?.id ?? null,
  };
}

/** Row by row what was found: everything before an import, afterwards only what did not come in without a remark. */
function report(
  t: Translate,
  asked: ImportArguments,
  plan: ImportPlan,
  months: number,
  terminal: Terminal,
): void {
  for (const row of plan.rows) {
    if (asked.json) terminal.out(jsonLine(t, row));
    else if (asked.dryRun || row.verdict !== 'good') terminal.out(plainLine(t, row));
  }
  for (const line of summaryLines(t, plan, months)) (asked.json ? terminal.err : terminal.out)(line);
}

async function tellDone(
  t: Translate,
  file: string,
  center: string,
  imported: Imported,
  terminal: Terminal,
): Promise<void> {
  terminal.err(t('import.command.imported', { count: imported.good, center }));
  if (imported.rejected === null) return;
  const beside = await writeBeside(dirname(file), imported.rejected.name, imported.rejected.bytes);
  const count = imported.bad;
  terminal.err(
    beside === null
      ? t('import.command.rejectedKept', { count, address: paths.importRejected(imported.runId) })
      : t('import.command.rejected', { count, file: beside }),
  );
}

/**
 * Writes a file into the folder under a name that is still free: what somebody mended is never written over. Null where
 * the folder takes no file; the system keeps it anyway.
 */
async function writeBeside(folder: string, name: string, bytes: Uint8Array): Promise<string | null> {
  const ending = extname(name);
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name.slice(0, -ending.length)}-${number}${ending}`;
    try {
      await writeFile(join(folder, free), bytes, { flag: 'wx', mode: 0o600 });
      return join(folder, free);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!taken) return null;
    }
  }
}
