import { useNow, useTranslate } from './locale.tsx';

export interface DueBadgeProps {
  /** A day (`YYYY-MM-DD`, over at its end) or an instant; none shows "no deadline". */
  readonly due?: string | null;
  /** Done in time or not, it no longer presses: shows the date without colour. */
  readonly settled?: boolean;
  /** From how many days before on it is marked as pressing. */
  readonly soonDays?: number;
}

/** When something is due and how far away that is: the date below, the distance above it. */
export function DueBadge({ due, settled = false, soonDays = 1 }: DueBadgeProps) {
  const t = useTranslate();
  const now = useNow();
  if (!due) return <span className="soft small">{t('ui.due.none')}</span>;
  const { date, away, late, days, day } = t.format.due(due, now);
  if (settled) return <time dateTime={day}>{date}</time>;
  const look = late ? ' due-late' : days <= soonDays ? ' due-soon' : '';
  return (
    <time className={`due${look}`} dateTime={day}>
      <b>{away}</b>
      <small>{date}</small>
    </time>
  );
}
