/** Where a page leads: addresses of ours, without the place on the page. */
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/\shref="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** Addresses that draw the same kind of page: ids, numbers and what is asked for are left out. */
const kindOf = (path: string): string =>
  path
    .replace(/\/[0-9A-HJKMNP-TV-Z]{26}(?=[/?]|$)/g, '/:id')
    .replace(/\/[^/?]*\d[^/?]*(?=[/?]|$)/g, '/:number')
    .replace(/=[^&]*/g, '');

/** What is a file of ours, or leads out of the site's pages. */
const isNoPage = (path: string): boolean =>
  /^\/(assets|favicon|documents)\b|\.(css|js|png|svg|ico|docx)\b/.test(path);

/**
 * Follows every link from the given addresses as somebody would who clicks on all of them, at most `perKind` pages of a
 * kind; answers the texts of the pages that opened, by their addresses. What opened and is no text is left out.
 */
export async function openAll(
  get: (path: string) => Promise<Response>,
  starts: readonly string[],
  perKind: number,
): Promise<ReadonlyMap<string, string>> {
  const opened = new Map<string, string>();
  const counts = new Map<string, number>();
  const known = new Set<string>();
  const waiting: string[] = [];
  const ask = (paths: readonly string[]) => {
    for (const path of paths) {
      const kind = kindOf(path);
      const count = counts.get(kind) ?? 0;
      if (known.has(path) || isNoPage(path) || count >= perKind) continue;
      known.add(path);
      counts.set(kind, count + 1);
      waiting.push(path);
    }
  };
  ask(starts);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await get(path);
    const text = await answer.text();
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`);
    if (answer.status !== 200) continue;
    opened.set(path, text);
    ask(linksIn(text));
  }
  return opened;
}
