import { readFileSync } from 'node:fs';

/**
 * A watch over a stretch of time that begins now. It answers the milliseconds since then, without those in which the main
 * thread of a process, or of this one, was ready to run and waited for a processor that others had: so a limit says the
 * same on a busy machine as on an idle one. Where Linux does not tell, all of the time. Of a process that has ended it
 * counts what was known when it was last asked.
 */
export function ownTime(pid: number): () => number {
  const watches = [pid, process.pid].map((one) => {
    const watch = waiting(one);
    const before = watch();
    return () => watch() - before;
  });
  const begun = performance.now();
  // both may have waited at the same time: at least as long as the one who waited longer
  return () => performance.now() - begun - Math.max(...watches.map((watch) => watch()));
}

/** For how many milliseconds a process has waited for a processor since it began, as far as is known. */
function waiting(pid: number): () => number {
  let known = 0;
  return () => {
    try {
      // nanoseconds on a processor, nanoseconds of waiting for one, turns
      known = Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
    } catch {
      // it has ended, or this is no Linux
    }
    return known;
  };
}
