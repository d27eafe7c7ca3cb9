import { UNSAFE_ErrorResponseImpl as ErrorAnswer } from '@remix-run/router';

/** What became of a loader or an action. */
export type Outcome =
  /** The answer to the whole request: a redirect. */
  | { readonly answer: Response; readonly from?: undefined }
  /** Data for the page; `from` is the answer that it was wrapped in, with a status and headers of its own. */
  | { readonly data: unknown; readonly from?: Response }
  /** What the nearest boundary is to tell. */
  | { readonly error: unknown; readonly from?: Response };

const redirects = new Set([301, 302, 303, 307, 308]);

/** An answer without data that a boundary tells by its status. */
export const refusedWith = (status: number): ErrorAnswer => new ErrorAnswer(status, '', null);

/**
 * Runs a loader or an action. An answer that it returns holds its data, one that it throws is what went wrong, and a
 * redirect is the answer either way. Anything else thrown is a failure, of which `failed` hears.
 */
export async function settled(run: () => unknown, failed: (error: unknown) => void): Promise<Outcome> {
  try {
    const data = await run();
    if (!(data instanceof Response)) return { data: data ?? null };
    return redirects.has(data.status) ? { answer: data } : { data: await contentOf(data), from: data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) {
      failed(thrown);
      return { error: thrown instanceof Error ? thrown : new Error('something else was thrown') };
    }
    if (redirects.has(thrown.status)) return { answer: thrown };
    const error = new ErrorAnswer(thrown.status, thrown.statusText, await contentOf(thrown));
    return { error, from: thrown };
  }
}

/** What an answer holds: its JSON, else its text; null where it holds nothing. */
async function contentOf(answer: Response): Promise<unknown> {
  if (answer.body === null) return null;
  return /\bapplication\/json\b/.test(answer.headers.get('content-type') ?? '')
    ? answer.json()
    : answer.text();
}
