import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { type Tone, toneIcon } from './tone.ts';

export interface TagProps {
  /** What the colour means: waiting for someone, good, needs attention, stopped, or nothing. */
  readonly tone?: Tone;
  /** The word. */
  readonly children: ReactNode;
}

/** A state in one word, with its icon: never colour alone. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return (
    <span className={`tag tone-${tone}`}>
      <Icon name={toneIcon[tone]} />
      {children}
    </span>
  );
}
