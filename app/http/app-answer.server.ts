import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { inertPolicy } from './security-headers.server.ts';

/** Below it, packing costs more than it saves. */
const SMALLEST_PACKED = 2 * 1024;
const PACKABLE = /^(text\/|application\/(json|calendar|xml)|image\/svg)/;
/** Held in memory and sent in one write, with its length; everything else is sent as it comes. */
const WHOLE = /^(text\/html|application\/json)/;

/** Whether the app gave up without a word: a failure that Remix could not draw a page for. */
export const isSpeechless = (answer: Response): boolean => answer.status >= 500 && answer.body === null;

/**
 * Sends the app's answer: pages whole and packed lightly, files as they come, at the pace of the reader. HEAD gets
 * the same headers and no body. What the app says about caching and policy stands; else the strict answer holds.
 */
export async function sendAppAnswer(
  answer: Response,
  request: IncomingMessage,
  response: ServerResponse,
  pagePolicy: string,
): Promise<void> {
  const type = answer.headers.get('content-type') ?? '';
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  if (!response.hasHeader('content-security-policy')) {
    const policy = type.startsWith('text/html') ? pagePolicy : inertPolicy;
    response.setHeader('content-security-policy', policy);
  }
  if (isKnownAlready(answer, request)) {
    response.removeHeader('content-type');
    response.removeHeader('content-length');
    response.writeHead(304).end();
    await answer.body?.cancel();
    return;
  }
  // asked before the body is looked at: looking makes a stream of a page that is whole
  if (WHOLE.test(type)) {
    await sendWhole(answer, type, request, response);
    return;
  }
  const { body } = answer;
  if (body === null) {
    if (answer.status !== 204 && answer.status !== 304) response.setHeader('content-length', 0);
    response.end();
  } else await sendAsItComes(body, request, response);
}

async function sendWhole(
  answer: Response,
  type: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await answer.text();
  if (PACKABLE.test(type)) response.appendHeader('vary', 'accept-encoding');
  const isAsked = PACKABLE.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  // what is not packed stays text, so that head and page leave in one write
  let body: string | Buffer = text;
  if (isAsked && !response.hasHeader('content-encoding')) {
    // made bytes here: the packer would take half as long again to do it
    const bytes = Buffer.from(text);
    if (bytes.byteLength >= SMALLEST_PACKED) {
      body = gzipSync(bytes, { level: 1 });
      response.setHeader('content-encoding', 'gzip');
    }
  }
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function sendAsItComes(
  body: ReadableStream<Uint8Array>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'HEAD') {
    response.end();
    await body.cancel();
    return;
  }
  const reader = body.getReader();
  const leave = () => void reader.cancel().catch(() => {});
  response.once('close', leave);
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (response.destroyed) return;
      if (!response.write(piece.value)) await drained(response);
    }
    response.end();
  } catch (error) {
    // half a file must not look like a whole one
    response.destroy();
    throw error;
  } finally {
    response.off('close', leave);
  }
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });

function isKnownAlready(answer: Response, request: IncomingMessage): boolean {
  const etag = answer.headers.get('etag');
  const known = request.headers['if-none-match'];
  return answer.status === 200 && etag !== null && known?.includes(etag) === true;
}
