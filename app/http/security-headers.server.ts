/** Headers that stand on every answer. */
export const securityHeaders = (isHttps: boolean): readonly (readonly [name: string, value: string])[] =>
  isHttps ? onHttps : onHttp;

const onHttp = Object.entries({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
});
const onHttps = [...onHttp, ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const];

/**
 * What a page may load: our own styles, pictures and fonts, and the scripts that carry this answer's nonce.
 * So no `style=` attributes and no `onclick=`; nobody may frame the page, and forms go to us only.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; ` +
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; " +
  "base-uri 'none'; object-src 'none'";

/** For public pages that are kept as bytes: no script at all, so no nonce. */
export const keptPagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/** For what is no page: a file, a figure, a script. Opened by itself it may do nothing at all. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";
