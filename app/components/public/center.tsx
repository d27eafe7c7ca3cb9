import { useTranslate } from '../ui/locale.tsx';

/** A center as its public pages show it. */
export interface CenterWords {
  readonly name: string;
  readonly nameEn: string;
  readonly introduction: string;
  readonly introductionEn: string;
  readonly address: string;
  readonly phone: string;
}

/** What a center is called in the reader's language; its Chinese name where it has no other. */
export function useCenterName(): (center: { readonly name: string; readonly nameEn: string }) => string {
  const t = useTranslate();
  return (center) => (t.locale === 'en' && center.nameEn !== '' ? center.nameEn : center.name);
}

/** What a center says of itself in the reader's language. */
export function useIntroduction(): (center: CenterWords) => string {
  const t = useTranslate();
  return (center) =>
    t.locale === 'en' && center.introductionEn !== '' ? center.introductionEn : center.introduction;
}
