import type { Verdict } from '#app/domain/register/index.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Pager } from '../ui/pager.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Tag } from '../ui/tag.tsx';
import type { FoundView, PreviewLine } from './import-view.ts';

const toneOf = { good: 'good', warn: 'attention', bad: 'stopped' } as const;

/** What becomes of a row, in one word. */
export function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
  const t = useTranslate();
  return <Tag tone={toneOf[verdict]}>{t(`register.verdict.${verdict}`)}</Tag>;
}

/** One page of the rows of a register with their verdicts. */
export function ImportRows({ found, address }: { readonly found: FoundView; readonly address: string }) {
  const t = useTranslate();
  const pageOf = (show: FoundView['show'], page: number) =>
    `${address}&show=${show}${page > 1 ? `&page=${page}` : ''}#rows`;
  const { show, page, pages } = found;
  return (
    <section id="rows" aria-labelledby="rows-title">
      <h2 id="rows-title">{t('import.rows')}</h2>
      <Tabs
        label={t('import.rows')}
        items={[
          {
            href: pageOf('problems', 1),
            label: t('import.rows.show.problems', { count: found.problems }),
            current: show === 'problems',
          },
          {
            href: pageOf('all', 1),
            label: t('import.rows.show.all', { count: found.all }),
            current: show === 'all',
          },
        ]}
      />
      {found.rows.length === 0 ? (
        <EmptyState title={t('import.rows.none')} level={3} />
      ) : (
        <RowsTable rows={found.rows} caption={t('import.page', { page, pages })} />
      )}
      <Pager
        previous={page > 1 ? pageOf(show, page - 1) : null}
        next={page < pages ? pageOf(show, page + 1) : null}
        count={found.rows.length}
      />
    </section>
  );
}

function RowsTable({ rows, caption }: { readonly rows: readonly PreviewLine[]; readonly caption: string }) {
  const t = useTranslate();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.row)}
      columns={[
        { key: 'row', head: t('import.row.number'), number: true, cell: (row) => row.row },
        {
          key: 'name',
          head: t('import.row.name'),
          main: true,
          cell: (row) => row.name || t('import.row.nameless'),
        },
        {
          key: 'verdict',
          head: t('import.row.verdict'),
          cell: (row) => <VerdictTag verdict={row.verdict} />,
        },
        { key: 'code', head: t('import.row.number2'), cell: (row) => row.code ?? '–' },
        { key: 'term', head: t('import.row.term'), cell: (row) => <Term row={row} /> },
        {
          key: 'findings',
          head: t('import.row.findings'),
          cell: (row) =>
            row.findings.length === 0
              ? '–'
              : row.findings.map((finding) => t.refusal(finding)).join(t('register.reason.join')),
        },
      ]}
    />
  );
}

function Term({ row: { term, verdict } }: { readonly row: PreviewLine }) {
  const t = useTranslate();
  if (term === null) return verdict === 'bad' ? '–' : t('import.row.registered');
  const notes = [...(term.proposed ? ['proposed' as const] : []), ...(term.past ? ['past' as const] : [])];
  return (
    <>
      <span className="num">{t('import.command.term', { from: term.joinedOn, to: term.endsOn })}</span>
      {notes.map((note) => (
        <Tag key={note} tone={note === 'past' ? 'attention' : 'neutral'}>
          {t(`import.row.${note}`)}
        </Tag>
      ))}
    </>
  );
}
