import { dayOf } from '#app/i18n/format.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { paths } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import { AdminPage, atCenter } from './admin-page.tsx';
import { callStateOf, callTones } from './call-words.ts';

export interface CallRow {
  readonly id: string;
  readonly title: string;
  readonly program_name: string;
  readonly opens_at: string;
  readonly closes_at: string | null;
  readonly published_at: string | null;
  readonly quota: number | null;
  readonly applications: number | null;
}

/** From when until when a call takes applications, in words. */
export function callTime(t: Translate, call: Pick<CallRow, 'opens_at' | 'closes_at'>, now: string): string {
  const from = dayOf(call.opens_at);
  if (call.closes_at === null) return t('admin.calls.rolling', { from: t.format.weekday(from, now) });
  // closing at 24:00 belongs to the day that ends then
  const until = dayOf(new Date(Date.parse(call.closes_at) - 1).toISOString());
  return t.format.range(from, until, now);
}

/** The calls of a center, the newest first. */
export function CallsPage(props: {
  readonly calls: readonly CallRow[];
  readonly center: { readonly id: string };
  readonly centers: readonly { readonly id: string; readonly name: string }[];
  readonly done: string | null;
}) {
  const { calls, center, centers, done } = props;
  const t = useTranslate();
  const now = useNow();
  const asNew = `${atCenter(paths.admin('calls'), center.id)}&new=1`;
  return (
    <AdminPage
      title={t('admin.calls.title')}
      lead={t('admin.calls.about')}
      done={done}
      centers={{ part: 'calls', id: center.id, all: centers }}
      actions={calls.length > 0 && <LinkButton href={asNew}>{t('admin.calls.new')}</LinkButton>}
    >
      {calls.length === 0 ? (
        <EmptyState
          title={t('admin.calls.empty')}
          action={<LinkButton href={asNew}>{t('admin.calls.new')}</LinkButton>}
        >
          {t('admin.calls.emptyLead')}
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption={t('admin.calls.title')}
            captionHidden
            rows={calls}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                head: t('admin.field.callTitle'),
                main: true,
                cell: (row) => <a href={paths.adminItem('calls', row.id)}>{row.title}</a>,
              },
              {
                key: 'state',
                head: t('admin.calls.state'),
                cell: (row) => {
                  const state = callStateOf(row, now);
                  return <Tag tone={callTones[state]}>{t(`admin.call.state.${state}`)}</Tag>;
                },
              },
              { key: 'time', head: t('admin.calls.time'), cell: (row) => callTime(t, row, now) },
              { key: 'program', head: t('admin.field.callProgram'), cell: (row) => row.program_name },
              {
                key: 'quota',
                head: t('admin.field.quota'),
                number: true,
                cell: (row) => (row.quota === null ? '–' : t.format.number(row.quota)),
              },
              {
                key: 'applications',
                head: t('admin.calls.applications'),
                number: true,
                cell: (row) => t.format.number(Number(row.applications ?? 0)),
              },
            ]}
          />
        </Card>
      )}
    </AdminPage>
  );
}
