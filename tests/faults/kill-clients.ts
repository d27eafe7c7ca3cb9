import { paths } from '#app/paths.ts';
import type { RealServer } from './real-server.ts';

interface Sending {
  readonly note: string;
  readonly body: string;
}

/** Somebody at a browser who records one service after the other, and sends a form again when no answer came. */
export interface Client {
  /** Works until the server is gone or `enough` says so. */
  readonly work: (server: RealServer, enough: () => boolean) => Promise<void>;
  /** The notes that the server said were kept. */
  readonly confirmed: ReadonlySet<string>;
  /** Notes that were sent, whatever became of them. */
  readonly sent: ReadonlySet<string>;
  /** Answers that were neither a confirmation nor the end of the connection. */
  readonly strange: readonly string[];
  /** Retries that were answered with what had been done before the crash, or did it then. */
  readonly retried: () => number;
}

/**
 * Whoever gets no answer for so long sends again. A connection that is handed to a process just as that is killed is held
 * open by the one that handed it over and never answered (`node:cluster`).
 */
const patience = 10_000;

const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** A client on an incubation of its own. */
export function startClient(name: string, incubation: string, cookie: string, on: string): Client {
  const confirmed = new Set<string>();
  const sent = new Set<string>();
  const strange: string[] = [];
  const address = paths.event('incubation', incubation, 'service');
  let pending: Sending | null = null;
  let serial = 0;
  let retried = 0;

  const ask = (server: RealServer, init: RequestInit = {}): Promise<Response> =>
    fetch(server.origin + address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...init,
      headers: {
        cookie,
        origin: server.origin,
        ...(init.body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
    });

  async function fillIn(server: RealServer): Promise<Sending> {
    const html = await (await ask(server)).text();
    serial += 1;
    const note = `${name} 第${serial}次`;
    const form = { service: 'mentoring', on, hours: '1', note };
    const hidden = { key: hiddenIn(html, 'key'), version: hiddenIn(html, 'version') };
    return { note, body: new URLSearchParams({ ...form, ...hidden }).toString() };
  }

  async function work(server: RealServer, enough: () => boolean): Promise<void> {
    while (!enough()) {
      try {
        if (pending) retried += 1;
        pending ??= await fillIn(server);
        const { note, body } = pending;
        sent.add(note);
        const answer = await ask(server, { method: 'POST', body });
        const text = await answer.text();
        if (answer.status === 303) confirmed.add(note);
        else strange.push(`${answer.status}: ${text.replaceAll(/<[^>]*>|\s+/g, ' ').slice(0, 300)}`);
        pending = null;
      } catch {
        return;
      }
    }
  }
  return { work, confirmed, sent, strange, retried: () => retried };
}
