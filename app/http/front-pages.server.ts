import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Locale } from '#app/i18n/locale.ts';
import type { front } from '#app/i18n/zh-CN/front.ts';
import { frontLogo, frontStyle } from './front-look.server.ts';
import type { FrontCode, FrontRefusal } from './front-refusal.server.ts';
import { allowedMethods, hasBody } from './request-checks.server.ts';
import { contentSecurityPolicy } from './security-headers.server.ts';

export type FrontMessage = keyof typeof front;

/** Says a sentence of the front in a language. */
export type Say = (
  locale: Locale,
  key: FrontMessage,
  params?: Readonly<Record<string, string | number>>,
) => string;

/** What an answer of the front needs to know of the request. */
export interface Asked {
  readonly requestId: string;
  readonly nonce: string;
  readonly locale: Locale;
}

/** How long, and how much of a body that nobody reads is taken in, so that the sender gets to see the answer. */
const LINGER_MS = 5_000;

/**
 * Turns a request away with a small page, or with JSON for a program. Where the sender is still sending, the rest is
 * thrown away for a moment: closing at once would reset the connection before the answer is read.
 */
export function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: FrontRefusal,
  asked: Asked,
  say: Say,
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const isForProgram = wantsJson(request);
  const body = Buffer.from(
    isForProgram ? json(refusal, asked, say) : page(refusal, asked, say, wayBack(refusal, request.url)),
  );
  const type = isForProgram ? 'application/json' : 'text/html';
  response.statusCode = refusal.status;
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.setHeader('content-length', body.byteLength);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-security-policy', contentSecurityPolicy(asked.nonce));
  if (refusal.code === 'method') response.setHeader('allow', (refusal.allow ?? allowedMethods).join(', '));
  if (refusal.retryAfter !== undefined) response.setHeader('retry-after', refusal.retryAfter);
  const visible = request.method === 'HEAD' ? undefined : body;
  if (!hasBody(request) || request.complete) {
    response.end(visible);
    return;
  }
  response.setHeader('connection', 'close');
  if (visible) response.write(visible);
  else response.flushHeaders();
  linger(request, response);
}

function linger(request: IncomingMessage, response: ServerResponse): void {
  const finish = () => {
    clearTimeout(patience);
    request.off('end', finish).off('close', finish);
    response.end(() => request.destroy());
  };
  const patience = setTimeout(finish, LINGER_MS);
  patience.unref();
  request.on('end', finish).on('close', finish).resume();
}

const wantsJson = (request: IncomingMessage): boolean =>
  request.url?.startsWith('/api/') === true ||
  (/\bjson\b/.test(request.headers.accept ?? '') && !/\bhtml\b/.test(request.headers.accept ?? ''));

const json = ({ code, params }: FrontRefusal, { requestId, locale }: Asked, say: Say): string =>
  JSON.stringify({
    error: { code: `front.${code}`, message: say(locale, `front.${code}.text`, params), requestId },
  });

function page(
  { code, params }: FrontRefusal,
  { requestId, nonce, locale }: Asked,
  say: Say,
  back: string | undefined,
): string {
  const words = (key: FrontMessage, more = params) => escapeHtml(say(locale, key, more));
  const way = (href: string, key: FrontMessage) => `<a href="${escapeHtml(href)}">${words(key)}</a>`;
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words(`front.${code}`)}</title>
<style nonce="${nonce}">${frontStyle}</style>
</head>
<body>
<header><a href="/">${frontLogo}${words('front.product')}</a></header>
<main class="page">
<div class="card">
<h1>${words(`front.${code}`)}</h1>
<p>${words(`front.${code}.text`)}</p>
<p class="ways">${back === undefined ? '' : way(back, 'front.back')}${way('/', 'front.home')}</p>
<small>${words('front.requestId', { id: requestId })}</small>
</div>
</main>
</body>
</html>
`;
}

/** What somebody could not send, or was not answered, they may ask again: the address of a form is that of its page. */
const worthAnotherTry: readonly FrontCode[] = [
  'incomplete',
  'slow',
  'bodyTooLarge',
  'contentType',
  'tooMany',
  'broken',
  'busy',
  'full',
  'stopping',
];

/** Where the way back leads: to the same address, where that is a plain path of ours. */
function wayBack({ code }: FrontRefusal, target: string | undefined): string | undefined {
  const isOurs = target !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(target) && target !== '/';
  return worthAnotherTry.includes(code) && isOurs ? target : undefined;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
