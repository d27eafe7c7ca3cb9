import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Configuration } from '#app/outside/configuration.server.ts';

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  readonly isStopping: boolean;
  /** Takes no more connections, lets requests under way finish for at most `patienceMs`, then cuts. */
  close(patienceMs: number): Promise<void>;
}

/** Node's defaults are five minutes for a request and one for its headers; uploads over a poor line get ten. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 600_000;
/** A reader may be as slow as the line is; one that takes nothing at all for so long has left, or wants to be in the way. */
const READER_MS = 60_000;
/** How long a server that stops still takes connections, to say that it stops. */
const LAST_LOOK_MS = 200;
/** As many connections may wait to be taken up; those that still wait when the server closes are reset. */
const CONNECTIONS_THAT_WAIT = 511;

/**
 * Starts listening, with time limits, and with plain answers to what Node could not even parse. Who takes nothing of an
 * answer for `readerMs` is cut off. Rejects where the port is taken or the address is not this machine's.
 */
export async function listenSafely(
  server: Server,
  { host, port }: Pick<Configuration, 'host' | 'port'>,
  readerMs = READER_MS,
): Promise<RunningServer> {
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = 10_000;
  // counted by our own checks: Node would drop the ones above the limit without a word
  server.maxHeadersCount = 0;
  server.on('request', (_request, response) => cutWhoTakesNothing(response, readerMs));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    answerUnparsed(error.code, socket as Socket),
  );
  server.on('connect', (_request, socket) => answerRaw(socket as Socket, 405));
  server.on('upgrade', (_request, socket) => answerRaw(socket as Socket, 400));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  let isStopping = false;
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    get isStopping() {
      return isStopping;
    },
    close: (patienceMs) => {
      isStopping = true;
      return new Promise((resolve) => {
        const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
        const leave = () => {
          server.close(() => {
            clearTimeout(impatience);
            resolve();
          });
          server.closeIdleConnections();
        };
        // what has been sent already is read first, and answered: Node takes a connection whose request it has not read yet
        // for an idle one, and would reset it. Timers run before connections are taken up, one a round: hence the rounds,
        // which matter where the process was kept waiting meanwhile
        let rounds = CONNECTIONS_THAT_WAIT;
        const afterReading = () => {
          rounds -= 1;
          if (rounds > 0) setImmediate(afterReading);
          else leave();
        };
        setTimeout(afterReading, Math.min(LAST_LOOK_MS, patienceMs / 2));
      });
    },
  };
}

/**
 * Each answer that nobody takes keeps a connection, and a file or a whole list in memory; Node would keep it for ever. The
 * socket's own clock is used: it starts anew with every byte that leaves. An answer that is still being made is waited for.
 */
function cutWhoTakesNothing(response: ServerResponse, readerMs: number): void {
  response.setTimeout(readerMs, () => {
    if (response.headersSent) response.destroy();
  });
}

function answerUnparsed(code: string | undefined, socket: Socket): void {
  if (code === 'HPE_INVALID_METHOD') answerRaw(socket, 405);
  else if (code === 'HPE_HEADER_OVERFLOW') answerRaw(socket, 431);
  else if (code === 'ERR_HTTP_REQUEST_TIMEOUT') answerRaw(socket, 408);
  else answerRaw(socket, 400);
}

function answerRaw(socket: Socket, status: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.on('error', () => socket.destroy());
  const allow = status === 405 ? 'Allow: GET, HEAD, POST\r\n' : '';
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${allow}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  );
}
