import { useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import type { Tone } from '../ui/tone.ts';

const tones: Readonly<Record<string, Tone>> = {
  applicant: 'waiting',
  incubated: 'good',
  graduated: 'good',
  exited: 'stopped',
  registered: 'neutral',
};

/** Where an organization stands with the center, in one word. */
export function StandingTag({ standing }: { readonly standing: string }) {
  const t = useTranslate();
  return <Tag tone={tones[standing] ?? 'neutral'}>{t.maybe(`standing.${standing}`) ?? standing}</Tag>;
}
