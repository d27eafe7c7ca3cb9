import type { Environment } from '#app/outside/configuration.server.ts';

/** Where a command is run, and where it speaks to. */
export interface Terminal {
  readonly env: Environment;
  /** The folder that names of files are said from. */
  readonly folder: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export const exitStatus = { done: 0, failed: 1, usage: 2 } as const;

/**
 * The terminal of this process. npm says where it was called from. Whoever reads the lines may have read enough
 * (`| head`): the work goes on.
 */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    env: process.env,
    folder: process.env.INIT_CWD ?? process.cwd(),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
  };
}
