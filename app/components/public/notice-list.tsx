import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { MessageKey } from '#app/i18n/catalogue.ts';
import { dayOf } from '#app/i18n/format.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { paths } from '#app/paths.ts';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Tag } from '../ui/tag.tsx';
import type { Tone } from '../ui/tone.ts';

/** A public notice in a list. */
export interface NoticeLine {
  readonly id: string;
  readonly lifecycle: LifecycleName;
  readonly number: string;
  readonly organizationName: string;
  readonly publishedAt: string;
  readonly endsAt: string | null;
  readonly outcome: string | null;
}

/** What a notice announces, by the lifecycle that published it: an admission, a graduation, a result. */
export const subjectWords = (t: Translate, lifecycle: LifecycleName): string =>
  t.maybe(`public.notice.subject.${lifecycle}`) ?? t('public.notice.subject');

interface Standing {
  readonly tone: Tone;
  readonly label: MessageKey;
}

/** How a notice stands, from its row alone. */
export function lineStanding(notice: NoticeLine, now: string): Standing {
  if (notice.outcome === 'lifted') return { tone: 'stopped', label: 'public.notice.standing.lifted' };
  if (notice.outcome !== null) return { tone: 'good', label: 'public.notice.standing.kept' };
  if (notice.endsAt === null) return { tone: 'attention', label: 'public.notice.standing.stopped' };
  return notice.endsAt > now
    ? { tone: 'waiting', label: 'public.notice.standing.running' }
    : { tone: 'neutral', label: 'public.notice.standing.over' };
}

/** Public notices, the newest first. */
export function NoticeList({ notices }: { readonly notices: readonly NoticeLine[] }) {
  const t = useTranslate();
  const now = useNow();
  return (
    <RowList
      items={notices.map((notice) => {
        const { tone, label } = lineStanding(notice, now);
        return {
          id: notice.id,
          title: <a href={paths.notice(notice.id)}>{notice.organizationName}</a>,
          note: (
            <>
              {subjectWords(t, notice.lifecycle)}
              {' · '}
              {windowWords(t, notice, now)}
            </>
          ),
          action: <Tag tone={tone}>{t(label)}</Tag>,
        };
      })}
    />
  );
}

/** From when to when a notice stands; open at its end while an objection has stopped its clock. */
export function windowWords(
  t: Translate,
  notice: { readonly publishedAt: string; readonly endsAt: string | null },
  now: string,
): string {
  const from = dayOf(notice.publishedAt);
  if (notice.endsAt === null) return t('public.notice.from', { day: t.format.weekday(from, now) });
  return t.format.range(from, t.format.due(notice.endsAt, now).day, now);
}
