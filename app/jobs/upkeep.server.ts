import { spawn } from 'node:child_process';
import { isBackupDue, isDrillDue, isNightlyDue } from '#app/domain/keeping/rotation.ts';
import type { House } from '#app/operations/house.ts';
import { lastDone } from '#app/operations/keeping/keeping-dates.server.ts';
import type { Configuration } from '#app/outside/configuration.server.ts';
import type { Log, LogFields } from '#app/outside/log.server.ts';
import { checkWhenDue } from './backup/nightly-check.server.ts';
import { backUpWhenDue, drillWhenDue, finishedBackups, type Schedule } from './backup/scheduled.server.ts';
import { commandFile } from './command-file.server.ts';

type Kept = Pick<Configuration, 'dataDir' | 'backupDir' | 'backupKey' | 'now'>;

/** Lines of the log that upkeep writes: the level, the event, its fields. */
export type UpkeepLine = readonly [level: 'info' | 'error', event: string, fields: LogFields];

/** Whether any of it is due: a backup, a trial of a restore, the check of a night. Asks only what costs nothing. */
export async function isUpkeepDue({ store, clock }: House, kept: Kept): Promise<boolean> {
  const now = clock.now();
  if (isNightlyDue(await lastDone(store.read, 'check'), now)) return true;
  if (kept.backupDir === null) return false;
  const newest = (await finishedBackups(kept.backupDir)).at(-1) ?? null;
  return isBackupDue(newest, now) || isDrillDue(await lastDone(store.read, 'drill'), now);
}

/** Does what is due, one after the other, and says what came of it. */
export async function keepUp(house: House, kept: Kept, say: (line: UpkeepLine) => void): Promise<void> {
  const { dataDir, backupDir, backupKey: key } = kept;
  if (backupDir !== null) {
    const schedule: Schedule = { house, dataDir, backupDir, key };
    for (const [name, work] of [
      ['backup', backUpWhenDue],
      ['drill', drillWhenDue],
    ] as const) {
      const result = await work(schedule);
      if (result === null) continue;
      if (result.ok) say(['info', `upkeep.${name}`, { ...result.value }]);
      else
        for (const { code, params } of result.refusals)
          say(['error', `upkeep.${name}Failed`, { code, file: params?.file }]);
    }
  }
  const checked = await checkWhenDue(house, dataDir);
  if (checked === null) return;
  const { faults, damaged, checked: files, swept } = checked;
  const level = faults.length + damaged.length === 0 ? 'info' : 'error';
  say([
    level,
    'upkeep.check',
    { files, swept, damaged: damaged.length, first: damaged[0], faults: faults.length },
  ]);
}

/**
 * Upkeep beside the server, in a process of its own: copying, sealing and hashing must not make visitors wait. Started when
 * something is due, at most one at a time, and not in the first minute, in which people want their first page.
 */
export function upkeepBeside(
  house: House,
  kept: Kept,
  log: Log,
  patienceMs = 60_000,
): { readonly run: () => Promise<void>; readonly stop: () => void } {
  const begun = performance.now();
  const stopping = new AbortController();
  // a clock that was moved goes on where it stands here
  const moved = () => (kept.now === null ? {} : { NOW: house.clock.now() });
  const run = async () => {
    if (performance.now() - begun < patienceMs || stopping.signal.aborted) return;
    if (await isUpkeepDue(house, kept)) await inOwnProcess(stopping.signal, log, moved());
  };
  return { run, stop: () => stopping.abort() };
}

function inOwnProcess(signal: AbortSignal, log: Log, more: { readonly NOW?: string }): Promise<void> {
  const child = spawn(process.execPath, [commandFile('upkeep')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...more },
    signal,
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => (signal.aborted ? resolve() : reject(error)));
    child.on('close', (status) => {
      // what comes after the last end of a line was cut off with the process that wrote it
      for (const line of text.split('\n').slice(0, -1).filter(Boolean)) {
        const [level, event, fields] = JSON.parse(line) as UpkeepLine;
        log[level](event, fields);
      }
      if (status === 0 || signal.aborted) resolve();
      else reject(new Error('upkeep ended badly'));
    });
  });
}
