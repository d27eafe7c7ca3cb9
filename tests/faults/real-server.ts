import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ownTime } from './own-time.ts';

export interface RealServer {
  readonly origin: string;
  readonly process: ChildProcess;
  /** From the start of the program to its first answer. */
  readonly readyAfterMs: number;
  /** What it wrote to its standard error so far. */
  readonly said: () => string;
  /** The time since its start that was its own: without what it and this process waited for others on the machine. */
  readonly ownMs: () => number;
  /** Ends it at once, as a crash would; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to end; resolves with its exit status. */
  readonly stop: () => Promise<number | null>;
}

const longestStart = 60_000;

/** Starts the built program, or its demo, as a process of its own over a data folder, and waits until it answers. */
export async function startRealServer(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
  command: 'serve' | 'demo' = 'serve',
): Promise<RealServer> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(process.cwd(), 'build', 'commands', `${command}.js`)], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      // four clients without a pause are what the limits are against
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ownMs = ownTime(child.pid ?? 0);
  const gone = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server does not start: ${said}`)), longestStart);
    let out = '';
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      const line = /^(http:\/\/\S+)\n/m.exec(out);
      if (!line?.[1]) return;
      clearTimeout(timer);
      resolve(line[1]);
    });
    child.once('exit', (status) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${status}: ${said}`));
    });
  });
  const leave = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  };
  return {
    origin,
    process: child,
    said: () => said,
    readyAfterMs: performance.now() - begun,
    ownMs,
    kill: async () => void (await leave('SIGKILL')),
    stop: () => leave('SIGTERM'),
  };
}
