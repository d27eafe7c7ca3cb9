import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

export interface PagerProps {
  /** Addresses of the neighbours by keyset; none where there is no such page. */
  readonly previous?: string | null;
  readonly next?: string | null;
  /** How many rows this page shows. */
  readonly count?: number;
}

/** Next and previous page of a long list. Draws nothing when everything fits on one page. */
export function Pager({ previous, next, count }: PagerProps) {
  const t = useTranslate();
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={t('ui.pager.label')}>
      {previous && (
        <a className="button button-quiet" href={previous} rel="prev">
          <Icon name="left" />
          {t('ui.pager.previous')}
        </a>
      )}
      {next && (
        <a className="button button-quiet" href={next} rel="next">
          {t('ui.pager.next')}
          <Icon name="right" />
        </a>
      )}
      {count !== undefined && <span>{t('ui.pager.shown', { count })}</span>}
    </nav>
  );
}
