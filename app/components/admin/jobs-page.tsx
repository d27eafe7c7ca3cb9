import type { ReactNode } from 'react';
import { Card } from '../ui/card.tsx';
import { Checklist, type ChecklistItem } from '../ui/checklist.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { AdminPage } from './admin-page.tsx';

export interface JobsPageProps {
  /** Timers to be tried now, all that are set, and when the next is due. */
  readonly due: number;
  readonly all: number;
  readonly next: string | null;
  readonly checkpoint: { readonly at: string; readonly records: number } | null;
  readonly backup: string | null;
  /** Centers whose deadlines are still to be computed anew. */
  readonly recompute: number;
  readonly stuck: number;
}

const oneDay = 86_400_000;

/** What the system does by itself, and whether it keeps up. */
export function JobsPage(jobs: JobsPageProps) {
  const t = useTranslate();
  const now = useNow();
  const recent = (at: string | null, days: number) =>
    at !== null && Date.parse(now) - Date.parse(at) < days * oneDay;
  const item = (id: string, ok: boolean, text: ReactNode, note: ReactNode): ChecklistItem => ({
    id,
    ok,
    text,
    note,
  });
  return (
    <AdminPage title={t('admin.jobs.title')} lead={t('admin.jobs.about')}>
      <Card>
        <Checklist
          items={[
            item(
              'timers',
              jobs.due < 100,
              t('admin.jobs.timers', { due: jobs.due, all: jobs.all }),
              jobs.next
                ? t('admin.jobs.next', { when: t.format.dueText(jobs.next, now) })
                : t('admin.jobs.noNext'),
            ),
            item(
              'recompute',
              jobs.recompute === 0,
              t(jobs.recompute === 0 ? 'admin.jobs.deadlines' : 'admin.jobs.deadlinesPending'),
              t('admin.jobs.deadlinesNote'),
            ),
            item(
              'mail',
              jobs.stuck === 0,
              t('admin.jobs.mail', { count: jobs.stuck }),
              t('admin.jobs.mailNote'),
            ),
            item(
              'checkpoint',
              recent(jobs.checkpoint?.at ?? null, 2),
              jobs.checkpoint
                ? t('admin.jobs.checkpoint', {
                    at: t.format.instant(jobs.checkpoint.at, now),
                    records: jobs.checkpoint.records,
                  })
                : t('admin.jobs.noCheckpoint'),
              t('admin.jobs.checkpointNote'),
            ),
            item(
              'backup',
              recent(jobs.backup, 7),
              jobs.backup
                ? t('admin.jobs.backup', { at: t.format.instant(jobs.backup, now) })
                : t('admin.jobs.noBackup'),
              t('admin.jobs.backupNote'),
            ),
          ]}
        />
      </Card>
    </AdminPage>
  );
}
