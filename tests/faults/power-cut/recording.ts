import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process asked the kernel to do, in order. `answer`: the status of an answer that went over a socket. */
export type Deed =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'cut'; readonly file: string; readonly size: number }
  | { readonly kind: 'answer'; readonly status: string };

/** Builds the library that is preloaded, into a folder. Null where it cannot be: no Linux, or no C compiler. */
export function buildRecorder(folder: string): string | null {
  if (process.platform !== 'linux') return null;
  const library = join(folder, 'recorder.so');
  const source = join(import.meta.dirname, 'recorder.c');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', source, '-o', library, '-ldl', '-lpthread']);
  } catch {
    return null;
  }
  return existsSync(library) ? library : null;
}

/** The environment in which a process is recorded. */
export const recording = (library: string, folder: string, to: string): Readonly<Record<string, string>> => ({
  LD_PRELOAD: library,
  RECORD_FOLDER: folder,
  RECORD_TO: to,
});

/** Reads a recording. */
export function readRecording(file: string): readonly Deed[] {
  const log = readFileSync(file);
  const deeds: Deed[] = [];
  for (let place = 0; place < log.length; ) {
    const end = log.indexOf(10, place);
    const [kind, name = '', at, length] = log.toString('latin1', place, end).split(' ');
    place = end + 1;
    switch (kind) {
      case 'write':
        deeds.push({ kind, file: name, at: Number(at), bytes: log.subarray(place, place + Number(length)) });
        place += Number(length) + 1;
        break;
      case 'sync':
        deeds.push({ kind, file: name });
        break;
      case 'cut':
        deeds.push({ kind, file: name, size: Number(at) });
        break;
      case 'answer':
        deeds.push({ kind, status: name });
        break;
      default:
        throw new Error(`A recording does not hold ${String(kind)}`);
    }
  }
  return deeds;
}
