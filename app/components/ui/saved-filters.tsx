import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

export interface SavedFilterLinks {
  readonly links: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  /** Where the filter of this address gets a name; null where there is none, or it has one. */
  readonly save: string | null;
  /** Where filters are dropped; null where there are none. */
  readonly manage: string | null;
}

/** The reader's own filters of a list, above its table. */
export function SavedFilters({ saved }: { readonly saved: SavedFilterLinks }) {
  const t = useTranslate();
  const { links, save, manage } = saved;
  if (links.length === 0 && save === null) return null;
  return (
    <nav className="chips" aria-label={t('savedFilter.title')}>
      {links.map(({ id, name, href, isCurrent }) => (
        <a key={id} className="chip" href={href} aria-current={isCurrent ? 'page' : undefined}>
          {name}
        </a>
      ))}
      {save !== null && (
        <a className="chip-action" href={save}>
          <Icon name="plus" /> {t('savedFilter.save')}
        </a>
      )}
      {manage !== null && (
        <a className="chip-action" href={manage}>
          {t('savedFilter.manage')}
        </a>
      )}
    </nav>
  );
}
