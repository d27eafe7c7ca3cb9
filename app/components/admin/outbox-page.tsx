import type { Translate } from '#app/i18n/translate.ts';
import { paths } from '#app/paths.ts';
import type { FormError } from '../forms/index.ts';
import { FormErrors } from '../forms/index.ts';
import { Stack } from '../layout/index.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Pager } from '../ui/pager.tsx';
import { Tag } from '../ui/tag.tsx';
import { AdminPage } from './admin-page.tsx';

export interface MessageView {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly link: string | null;
  readonly createdAt: string;
  readonly tryAt: string;
  readonly tries: number;
  readonly deliveredAt: string | null;
  readonly failure: string | null;
}

export interface OutboxPageProps {
  readonly stuck: readonly MessageView[];
  readonly recent: readonly MessageView[];
  readonly next: string | null;
  readonly idempotencyKey: string;
  readonly done: string | null;
  readonly errors: readonly FormError[];
}

/** Messages that did not arrive, with a way to try again, and those that did. */
export function OutboxPage({ stuck, recent, next, idempotencyKey, done, errors }: OutboxPageProps) {
  const t = useTranslate();
  const columns = useColumns();
  return (
    <AdminPage title={t('admin.outbox.title')} lead={t('admin.outbox.about')} done={done}>
      <Stack>
        <FormErrors fields={[]} errors={errors} />
        <Card title={t('admin.outbox.stuck')} id="stuck">
          {stuck.length === 0 ? (
            <EmptyState title={t('admin.outbox.allArrived')} level={3}>
              {t('admin.outbox.allArrivedLead')}
            </EmptyState>
          ) : (
            <DataTable
              caption={t('admin.outbox.stuck')}
              captionHidden
              rows={stuck}
              rowKey={(row) => row.id}
              columns={[
                ...columns,
                {
                  key: 'tries',
                  head: t('admin.outbox.tries'),
                  number: true,
                  cell: (row) => t.format.number(row.tries),
                },
                {
                  key: 'retry',
                  head: t('ui.table.actions'),
                  cell: (row) => (
                    <form method="post" action={paths.admin('outbox')}>
                      <input type="hidden" name="intent" value="retry" />
                      <input type="hidden" name="id" value={row.id} />
                      <input type="hidden" name="key" value={`${idempotencyKey}-${row.id}`} />
                      <Button look="quiet" small>
                        {t('admin.outbox.retry')}
                      </Button>
                    </form>
                  ),
                },
              ]}
            />
          )}
        </Card>
        {recent.length > 0 && (
          <Card title={t('admin.outbox.recent')} id="recent">
            <DataTable
              caption={t('admin.outbox.recent')}
              captionHidden
              rows={recent}
              rowKey={(row) => row.id}
              columns={columns}
            />
          </Card>
        )}
        <Pager next={next} />
      </Stack>
    </AdminPage>
  );
}

function useColumns(): readonly Column<MessageView>[] {
  const t = useTranslate();
  const now = useNow();
  return [
    {
      key: 'kind',
      head: t('admin.outbox.kind'),
      main: true,
      cell: (row) => (
        <>
          {kindWords(t, row.kind)}
          {row.link && <span className="soft small block">{row.link}</span>}
        </>
      ),
    },
    { key: 'to', head: t('admin.outbox.to'), cell: (row) => row.to || '–' },
    { key: 'at', head: t('admin.outbox.at'), cell: (row) => t.format.instant(row.createdAt, now) },
    { key: 'state', head: t('admin.calls.state'), cell: (row) => <MessageTag row={row} /> },
  ];
}

function MessageTag({ row }: { readonly row: MessageView }) {
  const t = useTranslate();
  const now = useNow();
  if (row.failure === 'mail.never') return <Tag tone="stopped">{t('admin.outbox.never')}</Tag>;
  if (row.deliveredAt === null)
    return (
      <Tag tone="waiting">
        {row.tries > 0
          ? t('admin.outbox.again', { at: t.format.instant(row.tryAt, now) })
          : t('admin.outbox.waiting')}
      </Tag>
    );
  if (row.failure === 'kept') return <Tag>{t('admin.outbox.kept')}</Tag>;
  if (row.failure === 'nobody') return <Tag>{t('admin.outbox.nobody')}</Tag>;
  return <Tag tone="good">{t('admin.outbox.delivered')}</Tag>;
}

const kindWords = (t: Translate, kind: string): string =>
  t.maybe(`admin.outbox.kind.${kind}`) ?? t.maybe(`mail.${kind}.subject`) ?? kind;
