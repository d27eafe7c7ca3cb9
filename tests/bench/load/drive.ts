import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** One request of a measurement. */
export interface Ask {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** The n-th request; null when there are no more. */
  readonly ask: (n: number) => Ask | null;
  /** Which statuses are right; any other ends the run with an error. */
  readonly expected: readonly number[];
  readonly milliseconds: number;
  readonly most: number;
  /** Milliseconds from one question to the next, where they are not to follow at once. */
  readonly every?: number;
}

/** What one run found. Times in milliseconds. */
export interface Measured {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly bytes: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Only this machine is ever put under load. */
const host = '127.0.0.1';
/**
 * What goes before the requests that count. A server that serves people has done so for days: V8 has compiled what is hot
 * by then, and a page takes a third of the time of the first hundred. A page stands still after some 3 000 requests.
 */
const warming = { requests: 3_000, milliseconds: 8_000 };

/** Asks as often as it can over a fixed number of kept connections, for a time or a count, whatever is over first. */
export async function drive(load: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const times: number[] = [];
  let asked = 0;
  let bytes = 0;
  const begun = performance.now();
  const isOver = () => asked >= load.most || performance.now() - begun >= load.milliseconds;
  const one = async (): Promise<void> => {
    while (!isOver()) {
      const next = load.ask(asked);
      if (next === null) return;
      asked += 1;
      const from = performance.now();
      const answer = await send(agent, load.port, next);
      times.push(performance.now() - from);
      if (!load.expected.includes(answer.status))
        throw new Error(`${next.path} answered ${answer.status}: ${textOf(answer.body)}`);
      if (load.every) await pause(load.every - (performance.now() - from));
      bytes = Number(answer.headers['content-length'] ?? answer.body.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: load.connections }, one));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    longest: times.at(-1) ?? Number.NaN,
    bytes,
  };
}

/** Lets the server compile what it will run often: as often as is needed, but at most so many times and so long. */
export async function warm(load: Pick<Load, 'port' | 'ask'>, most: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const until = performance.now() + warming.milliseconds;
  for (let n = 0; n < Math.min(most, warming.requests) && performance.now() < until; n += 1) {
    const next = load.ask(n);
    if (next === null) break;
    await send(agent, load.port, next);
  }
  agent.destroy();
}

/** The value below which a share of the sorted times lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Sends one request and reads the whole answer. */
export const send = (agent: Agent | undefined, port: number, ask: Ask): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        host,
        port,
        path: ask.path,
        method: ask.method ?? 'GET',
        ...(agent ? { agent } : {}),
        headers: {
          host: `localhost:${port}`,
          ...ask.headers,
          ...(ask.body === undefined ? {} : { 'content-length': Buffer.byteLength(ask.body) }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(ask.body);
  });

/** What stands on a page, shortened: why it is not the answer that was expected. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 600);
