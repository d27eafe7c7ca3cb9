import { paths } from '#app/paths.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import { AdminPage } from './admin-page.tsx';

export interface RubricRow {
  readonly id: string;
  readonly rubric: string;
  readonly zh: string;
  readonly en: string;
  readonly version: number;
  readonly published_at: string | null;
  /** The newest published version: panels that begin now score by it. */
  readonly inUse: boolean;
}

/** Every version of every rubric of a center. */
export function RubricsPage(props: {
  readonly rubrics: readonly RubricRow[];
  readonly center: { readonly id: string };
  readonly centers: readonly { readonly id: string; readonly name: string }[];
  readonly done: string | null;
}) {
  const { rubrics, center, centers, done } = props;
  const t = useTranslate();
  return (
    <AdminPage
      title={t('admin.rubrics.title')}
      lead={t('admin.rubrics.about')}
      done={done}
      centers={{ part: 'rubrics', id: center.id, all: centers }}
    >
      <Card>
        <DataTable
          caption={t('admin.rubrics.title')}
          captionHidden
          rows={rubrics}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('admin.rubrics.name'),
              main: true,
              cell: (row) => <a href={paths.adminItem('rubrics', row.id)}>{t.words(row)}</a>,
            },
            {
              key: 'version',
              head: t('admin.rubrics.version'),
              number: true,
              cell: (row) => t.format.number(row.version),
            },
            {
              key: 'state',
              head: t('admin.calls.state'),
              cell: (row) => <RubricTag {...row} />,
            },
            {
              key: 'published',
              head: t('admin.rubrics.published'),
              cell: (row) => (row.published_at ? t.format.instant(row.published_at) : '–'),
            },
          ]}
        />
      </Card>
    </AdminPage>
  );
}

/** Draft, in use, or superseded. */
export function RubricTag({ published_at, inUse }: Pick<RubricRow, 'published_at' | 'inUse'>) {
  const t = useTranslate();
  if (published_at === null) return <Tag tone="waiting">{t('admin.rubric.state.draft')}</Tag>;
  if (inUse) return <Tag tone="good">{t('admin.rubric.state.inUse')}</Tag>;
  return <Tag>{t('admin.rubric.state.superseded')}</Tag>;
}
