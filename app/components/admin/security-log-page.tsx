import { securityKinds } from '#app/domain/people/security-kinds.ts';
import type { SecurityLine } from '#app/domain/people/security-lines.ts';
import { paths } from '#app/paths.ts';
import { Stack } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { HistoryLog } from '../ui/history-log.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Pager } from '../ui/pager.tsx';
import { AdminPage } from './admin-page.tsx';
import { LogTabs } from './log-tabs.tsx';

export interface SecurityLogPageProps {
  readonly filter: {
    readonly kind: string;
    readonly person: string;
    readonly from: string;
    readonly until: string;
  };
  readonly lines: readonly SecurityLine[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** Who signed in, failed, was locked, given a role or refused, where and when: only read. */
export function SecurityLogPage({ filter, lines, next, previous }: SecurityLogPageProps) {
  const t = useTranslate();
  const kindWords = (kind: string) => t.maybe(`admin.security.kind.${kind}`) ?? kind;
  return (
    <AdminPage title={t('admin.security.title')} lead={t('admin.security.about')}>
      <Stack>
        <LogTabs current="security" />
        <FilterBar
          action={paths.admin('security')}
          filters={[
            {
              kind: 'select',
              name: 'kind',
              label: t('admin.security.filter.kind'),
              value: filter.kind,
              options: securityKinds.map((kind) => ({ value: kind, label: kindWords(kind) })),
            },
            {
              kind: 'search',
              name: 'person',
              label: t('admin.security.filter.person'),
              value: filter.person,
            },
            { kind: 'date', name: 'from', label: t('admin.history.from'), value: filter.from },
            { kind: 'date', name: 'until', label: t('admin.history.until'), value: filter.until },
          ]}
        />
        {lines.length === 0 ? (
          <EmptyState title={t('admin.security.none')} />
        ) : (
          <Card>
            <HistoryLog
              entries={lines.map((line) => ({
                id: line.id,
                at: line.at,
                who: line.who ?? t('admin.security.nobody'),
                what: (
                  <>
                    {kindWords(line.kind)}
                    {line.role && ` · ${t.maybe(`role.${line.role}`) ?? line.role}`}
                    <span className="soft small">
                      {line.by && ` · ${t('admin.security.by', { name: line.by })}`}
                      {line.about && ` · ${line.about}`}
                      {line.address && ` · ${line.address}`}
                    </span>
                  </>
                ),
              }))}
            />
          </Card>
        )}
        <Pager previous={previous} next={next} count={lines.length} />
      </Stack>
    </AdminPage>
  );
}
