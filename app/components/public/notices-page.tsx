import { PageTitle } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Pager } from '../ui/pager.tsx';
import { type NoticeLine, NoticeList } from './notice-list.tsx';

export interface NoticesView {
  readonly notices: readonly NoticeLine[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** All public notices, the newest first. */
export function NoticesPage({ view }: { readonly view: NoticesView }) {
  const t = useTranslate();
  return (
    <>
      <PageTitle lead={t('public.notices.lead')}>{t('public.notices')}</PageTitle>
      {view.notices.length === 0 ? (
        <EmptyState title={t('public.notices.none')}>{t('public.notices.noneLead')}</EmptyState>
      ) : (
        <Card>
          <NoticeList notices={view.notices} />
        </Card>
      )}
      <Pager previous={view.previous} next={view.next} />
    </>
  );
}
