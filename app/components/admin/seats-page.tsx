import { seatFields } from '#app/domain/forms/admin-forms.ts';
import type { Tone } from '#app/domain/lifecycles/lifecycle.ts';
import type { MessageKey } from '#app/i18n/catalogue.ts';
import { paths } from '#app/paths.ts';
import { Form, type FormError, FormErrors, type RawValues } from '../forms/index.ts';
import { Stack } from '../layout/index.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import { AdminPage, atCenter } from './admin-page.tsx';

export interface SeatRow {
  readonly id: string;
  readonly code: string;
  readonly room: string;
  readonly status: string;
  readonly organization_id: string | null;
  readonly organization_name: string | null;
  readonly version: number;
}

export interface SeatsPageProps {
  readonly seats: readonly SeatRow[];
  readonly center: { readonly id: string };
  readonly centers: readonly { readonly id: string; readonly name: string }[];
  /** The seat whose form is open. */
  readonly chosen: string | null;
  readonly idempotencyKey: string;
  readonly done: string | null;
  readonly answer?: { readonly of: string; readonly errors: readonly FormError[]; readonly raw: RawValues };
}

const tones: Readonly<Record<string, Tone>> = {
  free: 'good',
  reserved: 'waiting',
  occupied: 'neutral',
  retired: 'stopped',
};

/** The seats of a center: who has which, which are free, and a form for a new one. */
export function SeatsPage(props: SeatsPageProps) {
  const { seats, center, centers, chosen, idempotencyKey, done, answer } = props;
  const t = useTranslate();
  const base = atCenter(paths.admin('seats'), center.id);
  const seat = seats.find((s) => s.id === chosen);
  const errorsOf = (of: string) => (answer?.of === of ? answer.errors : []);
  const rawOf = (of: string, raw: RawValues) => (answer?.of === of ? answer.raw : raw);
  return (
    <AdminPage
      title={t('admin.seats.title')}
      lead={t('admin.seats.lead', {
        free: seats.filter((s) => s.status === 'free').length,
        count: seats.filter((s) => s.status !== 'retired').length,
      })}
      done={done}
      centers={{ part: 'seats', id: center.id, all: centers }}
    >
      <Stack>
        {seat && (
          <Card title={t('admin.seats.of', { code: seat.code })} id="seat">
            <Form
              action={`${base}&seat=${seat.id}`}
              hidden={{ intent: 'rename', id: seat.id }}
              fields={seatFields}
              values={rawOf('rename', { code: seat.code, room: seat.room })}
              errors={errorsOf('rename')}
              idempotencyKey={`${idempotencyKey}-rename`}
              version={seat.version}
              submit={t('ui.button.save')}
              secondary={<a href={base}>{t('ui.button.cancel')}</a>}
            />
            <FormErrors fields={[]} errors={[...errorsOf('retire'), ...errorsOf('back')]} />
            {seat.organization_id === null ? (
              <Retire seat={seat} action={`${base}&seat=${seat.id}`} idempotencyKey={idempotencyKey} />
            ) : (
              <p className="soft small">{t('refusal.seat.taken')}</p>
            )}
          </Card>
        )}
        {seats.length === 0 ? (
          <EmptyState title={t('admin.seats.empty')}>{t('admin.seats.about')}</EmptyState>
        ) : (
          <Card>
            <DataTable
              caption={t('admin.seats.title')}
              captionHidden
              rows={seats}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'code',
                  head: t('admin.field.seatCode'),
                  main: true,
                  cell: (row) => <a href={`${base}&seat=${row.id}#seat`}>{row.code}</a>,
                },
                { key: 'room', head: t('admin.field.seatRoom'), cell: (row) => row.room },
                {
                  key: 'status',
                  head: t('admin.calls.state'),
                  cell: (row) => (
                    <Tag tone={tones[row.status] ?? 'neutral'}>
                      {t(`admin.seat.status.${row.status}` as MessageKey)}
                    </Tag>
                  ),
                },
                {
                  key: 'organization',
                  head: t('lifecycle.fact.organization'),
                  cell: (row) =>
                    row.organization_id ? (
                      <a href={paths.organization(row.organization_id)}>{row.organization_name}</a>
                    ) : (
                      '–'
                    ),
                },
              ]}
            />
          </Card>
        )}
        <Card title={t('admin.seats.add')} id="add">
          <Form
            action={base}
            hidden={{ intent: 'add' }}
            fields={seatFields}
            values={rawOf('add', {})}
            errors={errorsOf('add')}
            idempotencyKey={`${idempotencyKey}-add`}
            submit={t('admin.seats.add')}
            submitLook={seat ? 'quiet' : 'primary'}
          />
        </Card>
      </Stack>
    </AdminPage>
  );
}

interface RetireProps {
  readonly seat: SeatRow;
  readonly action: string;
  readonly idempotencyKey: string;
}

function Retire({ seat, action, idempotencyKey }: RetireProps) {
  const t = useTranslate();
  const intent = seat.status === 'retired' ? 'back' : 'retire';
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={seat.id} />
      <input type="hidden" name="key" value={`${idempotencyKey}-${intent}`} />
      <input type="hidden" name="version" value={seat.version} />
      <Button look={intent === 'retire' ? 'danger' : 'quiet'}>
        {t(intent === 'retire' ? 'admin.seats.retire' : 'admin.seats.bringBack')}
      </Button>
    </form>
  );
}
