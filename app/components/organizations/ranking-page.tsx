import type { CallRanking, RankedLine } from '#app/domain/scoring/call-ranking.ts';
import { paths } from '#app/paths.ts';
import { SpreadDots } from '../charts/spread-dots.tsx';
import { PageTitle } from '../layout/index.ts';
import { stateWords } from '../lifecycle/words.ts';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Facts } from '../ui/facts.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';

/** The ranking of a call: who stands where and why, how far the panels are apart, and the table for the minutes. */
export function RankingPage({ view }: { readonly view: CallRanking }) {
  const t = useTranslate();
  const tied = view.lines.filter((line) => line.needsLot);
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('application.title'), href: paths.list('application') }]}
        over={t('ranking.over')}
      >
        {view.call.title}
      </PageTitle>
      <Facts
        items={[
          { label: t('ranking.reviewed'), value: t.format.number(view.lines.length) },
          {
            label: t('public.call.quota'),
            value: view.call.quota === null ? t('public.call.noQuota') : t.format.number(view.call.quota),
          },
          { label: t('ranking.pass'), value: t.format.number(view.pass) },
        ]}
      />
      {view.open.length > 0 && (
        <Notice tone="attention" title={t('ranking.open', { count: view.open.length })}>
          {t('ranking.open.text', { names: t.format.list(view.open.map((o) => o.organizationName)) })}
        </Notice>
      )}
      {tied.length > 0 && (
        <Notice tone="attention" title={t('ranking.lot')}>
          {t('ranking.lot.text', { names: t.format.list(tied.map((line) => line.organizationName)) })}
        </Notice>
      )}
      {view.lines.length === 0 ? (
        <EmptyState title={t('ranking.empty')}>{t('ranking.emptyLead')}</EmptyState>
      ) : (
        <>
          <Minutes view={view} />
          <Spread view={view} />
        </>
      )}
    </>
  );
}

/** The table of the minutes (评分汇总表): printable, with room to sign. */
function Minutes({ view }: { readonly view: CallRanking }) {
  const t = useTranslate();
  const now = useNow();
  const seats = Array.from({ length: view.seats }, (_, i) => i);
  const points = (value: number | undefined) => (value === undefined ? '–' : t.format.score(value));
  const columns: readonly Column<RankedLine & { readonly place: number }>[] = [
    { key: 'place', head: t('ranking.place'), number: true, cell: (row) => row.place },
    {
      key: 'organization',
      head: t('lifecycle.fact.organization'),
      main: true,
      cell: (row) => <a href={paths.record('application', row.id)}>{row.organizationName}</a>,
    },
    ...seats.map((seat) => ({
      key: `seat-${seat}`,
      head: t('ranking.expert', { number: seat + 1 }),
      number: true,
      cell: (row: RankedLine) => {
        const total = row.panel?.totals[seat];
        if (total?.dropped) return <s title={t('ranking.dropped')}>{points(total.points)}</s>;
        return points(total?.points);
      },
    })),
    { key: 'highest', head: t('ranking.highest'), number: true, cell: (row) => points(row.panel?.highest) },
    { key: 'lowest', head: t('ranking.lowest'), number: true, cell: (row) => points(row.panel?.lowest) },
    {
      key: 'mean',
      head: t('ranking.mean'),
      number: true,
      cell: (row) => <b>{points(row.panel?.score)}</b>,
    },
    { key: 'rank', head: t('ranking.rank'), number: true, cell: (row) => <b>{row.rank}</b> },
    {
      key: 'state',
      head: t('lifecycle.list.state'),
      cell: (row) => (
        <>
          <Tag tone={row.tone}>{stateWords(t, 'application', row.state)}</Tag>
          <RowNote line={row} view={view} />
        </>
      ),
    },
  ];
  return (
    <Card title={t('ranking.table')} id="minutes" note={t('ranking.made', { at: t.format.instant(now) })}>
      <DataTable
        caption={t('ranking.table')}
        captionHidden
        matrix
        rows={view.lines.map((line, index) => ({ ...line, place: index + 1 }))}
        rowKey={(row) => row.id}
        columns={columns}
      />
      <p className="soft small">{t('ranking.rule')}</p>
      <p className="signatures">
        <span>{t('ranking.sign.experts')}</span>
        <span>{t('ranking.sign.recorder')}</span>
        <span>{t('ranking.sign.day')}</span>
      </p>
    </Card>
  );
}

/** What else is to be known of a place: a veto, below the mark, a wide spread, what decided a tie. */
function RowNote({ line, view }: { readonly line: RankedLine; readonly view: CallRanking }) {
  const t = useTranslate();
  const notes = [
    line.vetoed && t('ranking.note.veto'),
    line.panel && line.panel.score < view.pass && t('ranking.note.below'),
    line.panel?.spreadFlagged && t('ranking.note.spread'),
    line.decidedBy !== 'score' && (t.maybe(`ranking.decidedBy.${line.decidedBy}`) ?? line.decidedBy),
  ].filter((note) => typeof note === 'string');
  if (notes.length === 0) return null;
  return notes.map((note) => (
    <span key={note} className="row-note block">
      {note}
    </span>
  ));
}

function Spread({ view }: { readonly view: CallRanking }) {
  const t = useTranslate();
  const rows = view.lines.flatMap((line) =>
    line.panel === null
      ? []
      : [{ label: line.organizationName, values: line.panel.totals.map((total) => total.points) }],
  );
  if (rows.length === 0) return null;
  return (
    <Card title={t('ranking.spread')} id="spread">
      <SpreadDots
        id="spread-chart"
        title={t('ranking.spread')}
        description={t('ranking.spread.description', { count: rows.length })}
        rows={rows}
        max={view.max}
        pass={{ value: view.pass, label: t('ranking.passMark', { points: view.pass }) }}
      />
    </Card>
  );
}
