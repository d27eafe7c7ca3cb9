import { readFileSync, writeFileSync } from 'node:fs';

/** How much the memory of a process has grown. */
export interface MemoryWatch {
  /** By how many MB the memory of the process was above its beginning when it was highest. */
  readonly highest: () => number;
  /** Begins anew; from now on the beginning is the highest moment so far: what follows is held against what came before. */
  readonly fromHighest: () => void;
}

const figure = (pid: number, name: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

/** Watches the resident memory of a process from now on, its highest moment included; null where Linux does not tell. */
export function watchMemory(pid: number): MemoryWatch | null {
  try {
    // forgets how high it was before
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    let before = figure(pid, 'VmRSS');
    return {
      highest: () => Math.round((figure(pid, 'VmHWM') - before) / 1024),
      fromHighest: () => {
        before = Math.max(before, figure(pid, 'VmHWM'));
        writeFileSync(`/proc/${pid}/clear_refs`, '5');
      },
    };
  } catch {
    return null;
  }
}
