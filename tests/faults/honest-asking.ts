import { ownTime } from './own-time.ts';

/** How long honest people waited for pages. */
export interface Waits {
  readonly asked: number;
  /** Pages that did not come. */
  readonly failed: number;
  /** Of a hundred, 95 waited no longer, in milliseconds of the server's and this process' own time. */
  readonly of95: number;
}

const paths = ['/', '/healthz', '/sign-in', '/notices'];

/** Asks a server, by its process, for pages, one after the other, as long as a deed goes on. Throws what the deed throws. */
export async function askWhile(origin: string, pid: number, deed: () => Promise<void>): Promise<Waits> {
  const waits: number[] = [];
  let failed = 0;
  let over = false;
  const asking = (async () => {
    for (let n = 0; !over; n += 1) {
      const waited = ownTime(pid);
      try {
        const answer = await fetch(origin + paths[n % paths.length], { headers: { connection: 'close' } });
        await answer.arrayBuffer();
        if (answer.status !== 200) failed += 1;
      } catch {
        failed += 1;
      }
      waits.push(waited());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  try {
    await deed();
  } finally {
    over = true;
    await asking;
  }
  waits.sort((a, b) => a - b);
  return { asked: waits.length, failed, of95: Math.round(waits[Math.floor(waits.length * 0.95)] ?? 0) };
}
