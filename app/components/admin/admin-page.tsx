import type { ReactNode } from 'react';
import type { MessageKey } from '#app/i18n/catalogue.ts';
import { type AdminPart, paths } from '#app/paths.ts';
import { type Crumb, PageTitle } from '../layout/index.ts';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tabs } from '../ui/tabs.tsx';

export interface AdminPageProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly tag?: ReactNode;
  readonly actions?: ReactNode;
  /** Between the administration and this page. */
  readonly crumbs?: readonly Crumb[];
  /** What was just done: a key below `admin.done`. */
  readonly done?: string | null;
  /** Which center this is for, when the reader has several. */
  readonly centers?: {
    readonly part: AdminPart;
    readonly id: string;
    readonly all: readonly { readonly id: string; readonly name: string }[];
  };
  readonly children: ReactNode;
}

/** The frame of every page of the administration: where one is, what was just done, and for which center. */
export function AdminPage(props: AdminPageProps) {
  const { title, lead, tag, actions, crumbs = [], done, centers, children } = props;
  const t = useTranslate();
  const said = done ? t.maybe(`admin.done.${done}`) : undefined;
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('nav.admin'), href: paths.admin() }, ...crumbs]}
        lead={lead}
        tag={tag}
        actions={actions}
      >
        {title}
      </PageTitle>
      {said && (
        <Notice tone="good" live>
          {said}
        </Notice>
      )}
      {centers && centers.all.length > 1 && (
        <Tabs
          label={t('admin.centers')}
          items={centers.all.map((center) => ({
            href: atCenter(paths.admin(centers.part), center.id),
            label: center.name,
            current: center.id === centers.id,
          }))}
        />
      )}
      {children}
    </>
  );
}

/** An address of the administration for one center. */
export const atCenter = (address: string, centerId: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}center=${centerId}`;

/** The title of a part of the administration, as a crumb. */
export function usePartCrumb(part: AdminPart, centerId?: string): Crumb {
  const t = useTranslate();
  const href = paths.admin(part);
  return {
    label: t(`admin.${part}.title` as MessageKey),
    href: centerId ? atCenter(href, centerId) : href,
  };
}
