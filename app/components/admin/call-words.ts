import type { Tone } from '#app/domain/lifecycles/lifecycle.ts';

export type CallState = 'draft' | 'upcoming' | 'open' | 'closed';

/** Where a call stands at a moment. */
export function callStateOf(
  call: {
    readonly published_at: string | null;
    readonly opens_at: string;
    readonly closes_at: string | null;
  },
  now: string,
): CallState {
  if (call.published_at === null) return 'draft';
  if (call.closes_at !== null && call.closes_at <= now) return 'closed';
  return call.opens_at > now ? 'upcoming' : 'open';
}

export const callTones: Readonly<Record<CallState, Tone>> = {
  draft: 'waiting',
  upcoming: 'neutral',
  open: 'good',
  closed: 'stopped',
};
