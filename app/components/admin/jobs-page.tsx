import type { ReactNode } from 'react';
import { type Chore, daysLate, mostDays } from '#app/domain/keeping/lagging.ts';
import { Card } from '../ui/card.tsx';
import { Checklist, type ChecklistItem } from '../ui/checklist.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { AdminPage } from './admin-page.tsx';
import { Purging, type PurgingProps } from './purging.tsx';

export interface JobsPageProps {
  /** Timers to be tried now, all that are set, and when the next is due. */
  readonly due: number;
  readonly all: number;
  readonly next: string | null;
  readonly checkpoint: { readonly at: string; readonly records: number } | null;
  readonly backup: string | null;
  /** Whether backups are made by themselves; else the operator has turned them off. */
  readonly backsUp: boolean;
  /** When a restore was tried last and held. */
  readonly drill: string | null;
  /** When the system was checked at night, and what that found. */
  readonly check: string | null;
  readonly found: { readonly faults: number; readonly damaged: number } | null;
  /** Centers whose deadlines are still to be computed anew. */
  readonly recompute: number;
  readonly stuck: number;
  readonly purging: PurgingProps;
}

/** What the system does by itself, and whether it keeps up. */
export function JobsPage(jobs: JobsPageProps) {
  const t = useTranslate();
  const now = useNow();
  const item = (id: string, ok: boolean, text: ReactNode, note: ReactNode): ChecklistItem => ({
    id,
    ok,
    text,
    note,
  });
  /** Of what leaves a date: well while that is young enough, red and said in words where it is not. */
  const dated = (
    chore: Chore,
    at: string | null,
    text: string,
    note: string,
    isWell = true,
  ): ChecklistItem => {
    const days = daysLate(chore, at, now);
    return {
      id: chore,
      ok: at !== null && days === null && isWell,
      alarm: at !== null,
      text,
      note: days === null ? note : t('admin.jobs.late', { days, most: mostDays[chore] }),
    };
  };
  const isSound = jobs.found?.faults === 0 && jobs.found.damaged === 0;
  return (
    <AdminPage title={t('admin.jobs.title')} lead={t('admin.jobs.about')}>
      <Card>
        <Checklist
          words="health"
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
            dated(
              'checkpoint',
              jobs.checkpoint?.at ?? null,
              jobs.checkpoint
                ? t('admin.jobs.checkpoint', {
                    at: t.format.instant(jobs.checkpoint.at, now),
                    records: jobs.checkpoint.records,
                  })
                : t('admin.jobs.noCheckpoint'),
              t('admin.jobs.checkpointNote'),
            ),
            ...(jobs.backsUp
              ? [
                  dated(
                    'backup',
                    jobs.backup,
                    jobs.backup
                      ? t('admin.jobs.backup', { at: t.format.instant(jobs.backup, now) })
                      : t('admin.jobs.noBackup'),
                    t('admin.jobs.backupNote'),
                  ),
                  dated(
                    'drill',
                    jobs.drill,
                    jobs.drill
                      ? t('admin.jobs.drill', { at: t.format.instant(jobs.drill, now) })
                      : t('admin.jobs.noDrill'),
                    t('admin.jobs.drillNote'),
                  ),
                ]
              : [item('backup', true, t('admin.jobs.backupOff'), t('admin.jobs.backupOffNote'))]),
            dated(
              'check',
              jobs.check,
              jobs.check
                ? t('admin.jobs.check', {
                    at: t.format.instant(jobs.check, now),
                    found: isSound ? 'good' : 'bad',
                    faults: jobs.found?.faults ?? 0,
                    damaged: jobs.found?.damaged ?? 0,
                  })
                : t('admin.jobs.noCheck'),
              t('admin.jobs.checkNote'),
              isSound,
            ),
          ]}
        />
      </Card>
      <Purging {...jobs.purging} />
    </AdminPage>
  );
}
