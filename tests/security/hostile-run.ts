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

/** What a server of its own writes by the way: letters that went out, what its chores note. */
const ofTheClockwork = new Set(['outbox', 'instance']);

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

/** What one sending was answered with. */
interface Answer {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
}

async function send(served: Served, cookie: string, form: FoundForm, one: HostileCase): Promise<Answer> {
  const answer = await fetch(served.origin + form.action, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie,
      origin: served.origin,
      'accept-encoding': 'identity',
      ...(one.sending.type === null ? {} : { 'content-type': one.sending.type }),
      ...one.sending.headers,
    },
    body: typeof one.sending.body === 'string' ? Buffer.from(one.sending.body) : one.sending.body,
  });
  return {
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location'),
  };
}

/** What is wrong with an answer by itself, in words. */
function* faultsOf({ status, html, location }: Answer, form: FoundForm, one: HostileCase, origin: string) {
  if (status >= 500) yield String(status);
  else if (one.statuses && !onlyButtons.test(form.action) && !one.statuses.includes(status))
    yield `${status}, not ${one.statuses.join(' or ')}`;
  const foreign = foreignMarkup(html);
  if (foreign) yield `draws ${foreign}`;
  if (location && new URL(location, origin).origin !== origin) yield `leads to ${location}`;
  if (/[\u202a-\u202e\u2066-\u2069]/.test(html)) yield 'text that runs backwards is drawn';
}

/**
 * Sends every case to every form; what was refused must leave every table as it was, and nothing may fail. Several go
 * at once (`together`, one unless said otherwise); where one of them was granted, or the clockwork may have written, the
 * refused ones are sent again alone.
 */
export async function runHostile(
  world: World,
  served: Served,
  forms: readonly FoundForm[],
  how: {
    readonly share: number;
    readonly only?: (one: HostileCase, n: number) => boolean;
    readonly together?: number;
  },
): Promise<HostileReport> {
  const watch = await watchTables(world);
  const byCase = new Map<string, number>();
  const wrong: string[] = [];
  let drawn = 0;
  let requests = 0;
  let slowest = 0;
  const sendAll = async (cookie: string, form: FoundForm, cases: readonly HostileCase[]) => {
    const answers = await Promise.all(
      cases.map(async (one) => {
        const begun = performance.now();
        const answer = await send(served, cookie, form, one);
        slowest = Math.max(slowest, performance.now() - begun);
        return { one, answer };
      }),
    );
    const tables = await watch.changed();
    requests += cases.length;
    return { answers, tables, refused: answers.filter(({ answer }) => answer.status >= 400) };
  };
  for (const [offset, form] of forms.entries()) {
    const cookie = form.who === null ? '' : await served.cookieOf(form.who);
    const placeOf = (one: HostileCase) => `${one.id} ${form.who} ${form.action} (${one.about})`;
    await watch.changed();
    const judge = async (cases: readonly HostileCase[]) => {
      const { answers, tables, refused } = await sendAll(cookie, form, cases);
      for (const { one, answer } of answers)
        for (const fault of faultsOf(answer, form, one, served.origin))
          wrong.push(`${placeOf(one)}: ${fault}`);
      if (tables.length === 0 || refused.length === 0) return;
      const isNobodyElse =
        refused.length === answers.length && tables.some((name) => !ofTheClockwork.has(name));
      if (isNobodyElse)
        wrong.push(`${refused.map(({ one }) => placeOf(one))}: refused, and yet ${tables} changed`);
      for (const { one } of refused) {
        // a server of its own may be sending letters at that very moment: what a request writes, it writes each time
        let again = await sendAll(cookie, form, [one]);
        for (let n = 0; n < 4 && again.refused.length === 1 && again.tables.length > 0; n += 1)
          again = await sendAll(cookie, form, [one]);
        if (again.refused.length === 1 && again.tables.length > 0)
          wrong.push(`${placeOf(one)}: refused again and again, and yet ${again.tables} changed`);
      }
    };
    let batch: HostileCase[] = [];
    for (const one of casesFor(form, how.share, offset * 31)) {
      drawn += 1;
      if (how.only && !how.only(one, drawn)) continue;
      byCase.set(one.id, (byCase.get(one.id) ?? 0) + 1);
      batch.push(one);
      if (batch.length < (how.together ?? 1)) continue;
      await judge(batch);
      batch = [];
    }
    if (batch.length > 0) await judge(batch);
  }
  await watch.close();
  if ('polluted' in {}) wrong.push('B014: the prototype is polluted');
  return { requests, byCase, wrong, slowest };
}
