import { drive } from './load/drive.ts';
import type { Effort, Stand } from './measure.ts';
import type { Results } from './report.ts';

/** What makes the server work hard while somebody asks whether it lives. */
const burdens = [
  ['lists are asked for over 8 connections', '/applications?stage=submitted&size=100'],
] as const;

/** How soon `/healthz` is answered while the server works hard at something else. */
export async function healthUnderLoad(
  { program, seat, subjects }: Stand,
  effort: Effort,
): Promise<Results['health']> {
  const found = [];
  for (const [name, path] of burdens) {
    const load = { port: program.port, milliseconds: effort.milliseconds * 2, most: 100_000 };
    const [health] = await Promise.all([
      drive({ ...load, connections: 1, expected: [200], ask: () => ({ path: '/healthz' }) }),
      drive({
        ...load,
        connections: 8,
        expected: [200],
        ask: () => ({ path, headers: { cookie: seat.cookie } }),
      }),
    ]);
    found.push({ size: subjects.size, while: name, p50: health.p50, p99: health.p99 });
  }
  return found;
}
