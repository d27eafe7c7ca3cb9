import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

/** Marks what changed since the reader's last visit: an icon and a word, never colour alone. */
export function FreshMark() {
  const t = useTranslate();
  return (
    <span className="tag tone-waiting fresh-mark">
      <Icon name="spark" />
      {t('ui.new')}
    </span>
  );
}
