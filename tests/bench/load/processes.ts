import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** A server that was started for the measurement. */
export interface Started {
  readonly port: number;
  /** Megabytes that it holds now, and the most that it ever held; null where the system does not say. */
  readonly memory: () => { readonly now: number; readonly most: number } | null;
  /** Milliseconds of processor that it has used so far; null where the system does not say. */
  readonly processor: () => number | null;
  readonly stop: () => Promise<void>;
}

const patience = 60_000;

/** Starts a program of Node that listens on `PORT` and says so on its standard output. */
export async function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Started> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) },
  });
  await speaks(child);
  return {
    port,
    memory: () => memoryOf(child.pid ?? 0),
    processor: () => processorOf(child.pid ?? 0),
    stop: () => stop(child),
  };
}

const speaks = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('a server did not come up')), patience);
    child.stdout?.on('data', (text: Buffer) => {
      if (!text.toString().includes('http://')) return;
      clearTimeout(late);
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`a server ended at once (${code})`)));
  });

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 8_000).unref();
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

function memoryOf(pid: number): { readonly now: number; readonly most: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string) =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  } catch {
    return null;
  }
}

/** The kernel counts in hundredths of a second, whatever the machine. */
const tick = 10;

function processorOf(pid: number): number | null {
  try {
    // after the name, which may hold anything: user and system time are the 12th and 13th
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ').map(Number);
    return ((fields[11] ?? Number.NaN) + (fields[12] ?? Number.NaN)) * tick;
  } catch {
    return null;
  }
}
