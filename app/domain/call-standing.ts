/** Whether a published call takes applications now: not yet, open, or over. A rolling intake (no end) never ends. */
export function callStanding(
  call: { readonly opensAt: string; readonly closesAt: string | null },
  now: string,
): 'notYet' | 'open' | 'over' {
  if (now < call.opensAt) return 'notYet';
  return call.closesAt === null || now < call.closesAt ? 'open' : 'over';
}
