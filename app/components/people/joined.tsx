import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';

interface Props {
  readonly role: string;
  /** Null for the whole installation. */
  readonly place: string | null;
}

/** Said once an invitation is accepted, on the first page that its person comes to. */
export function JoinedNotice({ role, place }: Props) {
  const t = useTranslate();
  const params = { role: t.maybe(`role.${role}`) ?? role, place: place ?? t('people.place.instance') };
  return (
    <Notice tone="good" title={t('people.joined')} live>
      <p>{t('people.joined.text', params)}</p>
    </Notice>
  );
}
