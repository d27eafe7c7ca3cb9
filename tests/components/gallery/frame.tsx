import type { ReactNode } from 'react';
import { Page } from '#app/components/layout/index.ts';

/** The frame around every gallery page: the bar of a signed-in manager. */
export function GalleryFrame({
  current,
  narrow,
  children,
}: {
  current: string;
  narrow?: boolean;
  children: ReactNode;
}) {
  const nav = ['工作台', '申请', '在孵组织', '报告', '评估', '服务项目', '居民需求'];
  return (
    <Page
      narrow={narrow}
      header={{
        home: '/',
        nav: nav.map((label, index) => ({
          href: `/${index}`,
          label,
          current: label === current,
          ...(index === 0 && { count: 5 }),
        })),
        account: {
          name: '李静',
          role: '孵化经理',
          menu: (
            <>
              <a href="/account">我的账号</a>
              <a href="/language">English</a>
              <a href="/sign-out">退出</a>
            </>
          ),
        },
      }}
      foot="城关街道社会组织孵化中心 · 备份于今天 08:00 · 上次演练恢复 11月18日"
    >
      {children}
    </Page>
  );
}
