import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';

/** Said once a new password is in place, on the page that follows. */
export function PasswordChanged() {
  const t = useTranslate();
  return (
    <Notice tone="good" title={t('people.password.changed')} live>
      <p>{t('people.password.changed.text')}</p>
    </Notice>
  );
}
