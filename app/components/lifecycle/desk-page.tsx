import type { DeskRow, DeskView } from '#app/domain/lifecycles/view.ts';
import { dayOf } from '#app/i18n/format.ts';
import { paths } from '#app/paths.ts';
import { Columns, PageTitle, Stack } from '../layout/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DueBadge } from '../ui/due-badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FreshMark } from '../ui/fresh-mark.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { RowList } from '../ui/row-list.tsx';
import { StandingChart } from './standing-chart.tsx';
import { stateWords, waitWords } from './words.ts';

/** The desk: what waits for this person, most urgent first; beside it what others do that they follow. */
export function DeskPage({ desk }: { readonly desk: DeskView }) {
  const t = useTranslate();
  const now = useNow();
  const waiting = (
    <Card title={t('desk.waiting')} id="waiting">
      {desk.rows.length === 0 ? (
        <EmptyState title={t('desk.empty')} level={3}>
          {t('desk.emptyLead')}
        </EmptyState>
      ) : (
        <RowList items={desk.rows.map((row, i) => item(row, i === 0))} />
      )}
      {desk.more && !desk.whole && (
        <p className="actions">
          <LinkButton look="quiet" href={paths.desk('whole')}>
            {t('desk.whole')}
          </LinkButton>
        </p>
      )}
    </Card>
  );
  function item(row: DeskRow, first: boolean) {
    return {
      id: `${row.lifecycle}/${row.recordId}/${row.event}/${row.role}`,
      due: <DueBadge due={row.due} />,
      title: (
        <>
          <b>{waitWords(t, row.lifecycle, row.event)}</b> ·{' '}
          <a href={paths.record(row.lifecycle, row.recordId)}>{row.organizationName}</a>
          {row.fresh && (
            <>
              {' '}
              <FreshMark />
            </>
          )}
        </>
      ),
      note: `${t.maybe(`${row.lifecycle}.title`) ?? ''} · ${stateWords(t, row.lifecycle, row.state)}`,
      action: (
        <LinkButton look={first ? 'primary' : 'quiet'} href={paths.record(row.lifecycle, row.recordId)}>
          {t('desk.open')}
        </LinkButton>
      ),
    };
  }
  const beside = desk.following.length > 0 || desk.standing.length > 0;
  return (
    <>
      <PageTitle over={t.format.weekday(dayOf(now), now)}>
        {t(desk.more ? 'desk.titleMore' : 'desk.title', { count: desk.rows.length, overdue: desk.overdue })}
      </PageTitle>
      {beside ? (
        <Columns>
          <Stack>{waiting}</Stack>
          <Stack>
            {desk.standing.length > 0 && (
              <Card title={t('desk.standing')} id="standing">
                <StandingChart standing={desk.standing} />
              </Card>
            )}
            {desk.following.length > 0 && (
              <Card title={t('desk.following')} id="following">
                <RowList
                  items={desk.following.map((row) => ({
                    id: `${row.lifecycle}/${row.recordId}/${row.event}/${row.role}`,
                    due: <DueBadge due={row.due} />,
                    title: (
                      <>
                        <b>{waitWords(t, row.lifecycle, row.event)}</b> ·{' '}
                        <a href={paths.record(row.lifecycle, row.recordId)}>{row.organizationName}</a>
                      </>
                    ),
                    note: [
                      t.maybe(`role.${row.role}`) ?? row.role,
                      ...(row.people > 1 ? [t('desk.people', { count: row.people })] : []),
                      ...(row.people === 1 && row.name ? [row.name] : []),
                    ].join(' · '),
                  }))}
                />
              </Card>
            )}
          </Stack>
        </Columns>
      ) : (
        waiting
      )}
    </>
  );
}
