const ORIGIN = 'http://self.invalid';

/**
 * Where to go after a form, from what a request asked for: a path of ours, or `fallback` for everything else. What
 * browsers read as another host is not a path of ours: `//e`, `/\e`, a tab or newline inside, `https:e`, and encoded
 * forms of these that somebody may decode on the way.
 */
export function safeRedirect(to: string | null | undefined, fallback: string): string {
  if (typeof to !== 'string' || !isPlainPath(to)) return fallback;
  const path = to.split(/[?#]/, 1)[0] ?? '';
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return fallback;
  }
  if (!isPlainPath(decoded) || !URL.canParse(to, ORIGIN)) return fallback;
  const url = new URL(to, ORIGIN);
  // dot segments may leave a path that begins with two slashes: judge what the browser would make of it
  if (url.origin !== ORIGIN || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}

/** Begins with exactly one slash; no backslash, space or control character. */
const isPlainPath = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /^\/(?!\/)/.test(text) && !/[\u0000-\u0020\u007f-\u009f\\]/.test(text);
