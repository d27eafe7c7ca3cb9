import type { IconName } from './icon.tsx';

/** The four meanings of a colour, and none. Always shown with an icon and a word. */
export type Tone = 'waiting' | 'good' | 'attention' | 'stopped' | 'neutral';

/** The icon that goes with each meaning. */
export const toneIcon: Readonly<Record<Tone, IconName>> = {
  waiting: 'clock',
  good: 'check',
  attention: 'alert',
  stopped: 'stop',
  neutral: 'dot',
};
