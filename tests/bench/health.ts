import { drive, send } from './load/drive.ts';
import { askForHealth } from './load/health-asker.ts';
import type { Effort, Stand } from './measure.ts';
import { registerText, rowsOfRegister } from './register.ts';
import type { Results } from './report.ts';

/** Something that makes the server work hard. It ends when the others do not need it any more. */
interface Burden {
  readonly name: string;
  /** Changes the database: only where it is a copy. */
  readonly changes: boolean;
  readonly put: (stand: Stand, milliseconds: number) => Promise<void>;
}

const asking =
  (connections: number, paths: readonly string[]): Burden['put'] =>
  async ({ program, seat }, milliseconds) => {
    const headers = { cookie: seat.cookie };
    const ask = (n: number) => ({ path: paths[n % paths.length] ?? '', headers });
    await drive({ port: program.port, milliseconds, most: 100_000, connections, expected: [200], ask });
  };

const burdens: readonly Burden[] = [
  {
    name: 'lists are asked for over 8 connections',
    changes: false,
    put: asking(8, ['/applications?stage=submitted&size=100']),
  },
  {
    name: 'lists are exported over 4 connections',
    changes: false,
    put: asking(4, ['/applications/export/xlsx', '/organizations/export/csv']),
  },
  {
    name: `${rowsOfRegister} organizations are brought in`,
    changes: true,
    put: bringIn,
  },
];

/**
 * How soon `/healthz` is answered while the server works hard at something else; and how soon a server answers that has
 * nothing else to do, asked at the same moments: what the machine and the asker take of it.
 */
export async function healthUnderLoad(
  stand: Stand,
  effort: Effort,
  mayChange: boolean,
): Promise<Results['health']> {
  const found = [];
  for (const { name, put } of burdens.filter(({ changes }) => mayChange || !changes)) {
    const enough = await askForHealth({ ports: [stand.program.port, stand.bare.port], every: 5 });
    const begun = performance.now();
    await put(stand, effort.milliseconds * 4);
    const [program, idle] = await enough();
    if (program === undefined || idle === undefined) throw new Error('the asker answered nothing');
    const seconds = (performance.now() - begun) / 1_000;
    found.push({ size: stand.subjects.size, while: name, program, idle, seconds });
  }
  return found;
}

/** Uploads a register as the manager does on the page, and confirms what the page says of it. */
async function bringIn({ program, seat, subjects }: Stand): Promise<void> {
  const headers = { origin: seat.origin, 'sec-fetch-site': 'same-origin', cookie: seat.cookie };
  const boundary = 'register';
  const body = [
    `--${boundary}\r\ncontent-disposition: form-data; name="center"\r\n\r\n${subjects.center}\r\n`,
    `--${boundary}\r\ncontent-disposition: form-data; name="register"; filename="register.csv"\r\ncontent-type: text/csv\r\n\r\n`,
    `${registerText()}\r\n--${boundary}--\r\n`,
  ].join('');
  const kept = await send(undefined, program.port, {
    method: 'POST',
    path: '/organizations/import',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
  });
  const address = new URL(kept.headers.location ?? '/', seat.origin);
  const confirmed = await send(undefined, program.port, {
    method: 'POST',
    path: address.pathname + address.search,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: `shown=${rowsOfRegister}`,
  });
  if (confirmed.status !== 303)
    throw new Error(`nothing was brought in: ${kept.status}, ${confirmed.status}`);
}
