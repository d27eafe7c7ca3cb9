import type { Served } from '../served.ts';
import type { World } from '../world.ts';
import { watchTables } from './digest.ts';
import type { PageForm } from './forms-on-pages.ts';
import { casesFor, type HostileCase } from './hostile-cases.ts';

/** A form with somebody who gets to see it. */
export interface FoundForm extends PageForm {
  readonly who: string | null;
}

export interface HostileReport {
  readonly requests: number;
  readonly byCase: ReadonlyMap<string, number>;
  readonly wrong: readonly string[];
  /** The slowest answer, in milliseconds. */
  readonly slowest: number;
}

/** Doors whose forms are only a button: what is sent along is not looked at. */
const onlyButtons = /^\/(sign-out|notifications)$/;

const TAGS = /<([a-z][\w-]*)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;

/** What a page must never hold, whatever was sent to it: script without our nonce, handlers, frames. */
export function foreignMarkup(html: string): string | null {
  for (const [tag, name = '', attributes = ''] of html.matchAll(TAGS)) {
    const low = name.toLowerCase();
    if (low === 'script' && !/\snonce="/.test(attributes)) return tag;
    if (['iframe', 'object', 'embed', 'base', 'marquee', 'math', 'foreignobject'].includes(low)) return tag;
    if (/\son\w+\s*=/i.test(attributes.replace(/"[^"]*"/g, '""'))) return tag;
    if (/\s(href|action|formaction|src)="\s*(javascript|data|vbscript):/i.test(attributes)) return tag;
  }
  return null;
}

/** Sends every case to every form; what was refused must leave every table as it was, and nothing may fail. */
export async function runHostile(
  world: World,
  served: Served,
  forms: readonly FoundForm[],
  how: { readonly share: number; readonly only?: (one: HostileCase, n: number) => boolean },
): Promise<HostileReport> {
  const watch = watchTables(world);
  const byCase = new Map<string, number>();
  const wrong: string[] = [];
  let drawn = 0;
  let requests = 0;
  let slowest = 0;
  for (const [offset, form] of forms.entries()) {
    const cookie = form.who === null ? '' : await served.cookieOf(form.who);
    watch.changed();
    for (const one of casesFor(form, how.share, offset * 31)) {
      drawn += 1;
      if (how.only && !how.only(one, drawn)) continue;
      requests += 1;
      byCase.set(one.id, (byCase.get(one.id) ?? 0) + 1);
      const begun = performance.now();
      const answer = await fetch(served.origin + form.action, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie,
          origin: served.origin,
          ...(one.sending.type === null ? {} : { 'content-type': one.sending.type }),
          ...one.sending.headers,
        },
        body: typeof one.sending.body === 'string' ? Buffer.from(one.sending.body) : one.sending.body,
      });
      const html = await answer.text();
      slowest = Math.max(slowest, performance.now() - begun);
      const place = `${one.id} ${form.who} ${form.action} (${one.about})`;
      const isLookedAt = !onlyButtons.test(form.action);
      if (answer.status >= 500) wrong.push(`${place}: ${answer.status}`);
      else if (one.statuses && isLookedAt && !one.statuses.includes(answer.status))
        wrong.push(`${place}: ${answer.status}, not ${one.statuses.join(' or ')}`);
      const foreign = foreignMarkup(html);
      if (foreign) wrong.push(`${place}: draws ${foreign}`);
      const location = answer.headers.get('location');
      if (location && new URL(location, served.origin).origin !== served.origin)
        wrong.push(`${place}: leads to ${location}`);
      const tables = watch.changed();
      if (tables.length > 0 && answer.status >= 400)
        wrong.push(`${place}: ${answer.status}, and yet ${tables} changed`);
      if (/[\u202a-\u202e\u2066-\u2069]/.test(html))
        wrong.push(`${place}: text that runs backwards is drawn`);
    }
  }
  watch.close();
  if ('polluted' in {}) wrong.push('B014: the prototype is polluted');
  return { requests, byCase, wrong, slowest };
}
