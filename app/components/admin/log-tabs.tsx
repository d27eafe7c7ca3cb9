import { paths } from '#app/paths.ts';
import { useTranslate } from '../ui/locale.tsx';
import { Tabs } from '../ui/tabs.tsx';

/** From one log to the other, for the auditor who reads both. */
export function LogTabs({ current }: { readonly current: 'cases' | 'security' }) {
  const t = useTranslate();
  return (
    <Tabs
      items={[
        { href: paths.admin('history'), label: t('admin.history.cases'), current: current === 'cases' },
        {
          href: paths.admin('security'),
          label: t('admin.history.security'),
          current: current === 'security',
        },
      ]}
    />
  );
}
