import type { LifecycleName, Tone } from '#app/domain/lifecycles/lifecycle.ts';
import { paths } from '#app/paths.ts';
import { PageTitle } from '../layout/index.ts';
import { DataTable } from '../ui/data-table.tsx';
import { DueBadge } from '../ui/due-badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { type ExportAddress, ExportLinks } from '../ui/export-links.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { FreshMark } from '../ui/fresh-mark.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Pager } from '../ui/pager.tsx';
import { type SavedFilterLinks, SavedFilters } from '../ui/saved-filters.tsx';
import { Tag } from '../ui/tag.tsx';
import { numberWords, stateWords } from './words.ts';

export interface ListView {
  readonly lifecycle: LifecycleName;
  readonly address: string;
  readonly q: string;
  readonly state: string;
  readonly sort: string;
  readonly states: readonly { readonly state: string; readonly count: number | null }[];
  readonly tones: Readonly<Record<string, Tone>>;
  readonly rows: readonly {
    readonly id: string;
    readonly organization_name: string;
    readonly number: string | null;
    readonly kind: string | null;
    readonly state: string;
    readonly due_at: string | null;
    readonly score: number | null;
    readonly updated_at: string;
    readonly responsible_name: string | null;
    /** Changed since the reader last opened it. */
    readonly fresh: boolean;
  }[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly sorts: readonly { readonly sort: string; readonly href: string }[];
  readonly scored: boolean;
  readonly exports: readonly ExportAddress[];
  readonly saved: SavedFilterLinks;
}

/** A list of records: filter, table (cards on a phone), next and previous. */
export function ListPage({ view }: { readonly view: ListView }) {
  const t = useTranslate();
  const now = useNow();
  const sortHref = (sort: string) => view.sorts.find((s) => s.sort === sort)?.href ?? view.address;
  const title = t.maybe(`${view.lifecycle}.list`) ?? t.maybe(`${view.lifecycle}.title`) ?? view.lifecycle;
  const filtered = view.q !== '' || view.state !== '';
  return (
    <>
      <PageTitle>{title}</PageTitle>
      {/* Where there is nothing, there is nothing to filter. */}
      {(filtered || view.rows.length > 0) && (
        <FilterBar
          action={view.address}
          keep={view.sort === 'new' ? {} : { sort: view.sort }}
          filters={[
            { kind: 'search', name: 'q', label: t('lifecycle.list.q'), value: view.q },
            {
              kind: 'select',
              name: 'stage',
              label: t('lifecycle.list.state'),
              value: view.state,
              options: view.states.map((s) => ({
                value: s.state,
                label: `${stateWords(t, view.lifecycle, s.state)}${s.count === null ? '' : ` (${t.format.number(s.count)})`}`,
              })),
            },
          ]}
        >
          {view.rows.length > 0 && <ExportLinks exports={view.exports} />}
        </FilterBar>
      )}
      <SavedFilters saved={view.saved} />
      {view.rows.length === 0 ? (
        <EmptyState
          title={t(filtered ? 'lifecycle.list.noMatch' : 'lifecycle.list.empty')}
          {...(filtered ? { action: <a href={view.address}>{t('lifecycle.list.all')}</a> } : {})}
        >
          {t.maybe(`${view.lifecycle}.list.lead`) ?? t('lifecycle.list.emptyLead')}
        </EmptyState>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          rows={view.rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'organization',
              head: t('lifecycle.fact.organization'),
              main: true,
              cell: (row) => (
                <>
                  <a href={paths.record(view.lifecycle, row.id)}>{row.organization_name}</a>
                  {row.fresh && (
                    <>
                      {' '}
                      <FreshMark />
                    </>
                  )}
                </>
              ),
            },
            // Records are numbered as they begin, and listed newest first: the order of their ids.
            {
              key: 'number',
              head: t('lifecycle.fact.number'),
              sort: {
                href: sortHref('new'),
                ...(view.sort === 'new' ? { direction: 'descending' as const } : {}),
              },
              cell: (row) => (row.number === null ? '–' : numberWords(t, view.lifecycle, row.number)),
            },
            ...(view.rows.some((r) => r.kind !== null)
              ? [
                  {
                    key: 'kind',
                    head: t('lifecycle.list.kind'),
                    cell: (row: ListView['rows'][number]) =>
                      row.kind
                        ? (t.maybe(`${view.lifecycle}.kind.${row.kind}`) ??
                          t.maybe(`${view.lifecycle}.track.${row.kind}`) ??
                          row.kind)
                        : '–',
                  },
                ]
              : []),
            {
              key: 'state',
              head: t('lifecycle.list.state'),
              cell: (row) => (
                <Tag tone={view.tones[row.state] ?? 'neutral'}>
                  {stateWords(t, view.lifecycle, row.state)}
                </Tag>
              ),
            },
            {
              key: 'due',
              head: t('lifecycle.list.due'),
              sort: {
                href: sortHref('due'),
                ...(view.sort === 'due' ? { direction: 'ascending' as const } : {}),
              },
              cell: (row) => (row.due_at ? <DueBadge due={row.due_at} /> : '–'),
            },
            ...(view.scored
              ? [
                  {
                    key: 'score',
                    head: t('lifecycle.list.score'),
                    number: true,
                    sort: {
                      href: sortHref('score'),
                      ...(view.sort === 'score' ? { direction: 'descending' as const } : {}),
                    },
                    cell: (row: ListView['rows'][number]) =>
                      row.score === null ? '–' : t.format.score(row.score / 100),
                  },
                ]
              : []),
            {
              key: 'responsible',
              head: t('lifecycle.fact.responsible'),
              cell: (row) => row.responsible_name ?? '–',
            },
            {
              key: 'updated',
              head: t('lifecycle.list.updated'),
              cell: (row) => t.format.instant(row.updated_at, now),
            },
          ]}
        />
      )}
      <Pager previous={view.previous} next={view.next} count={view.rows.length} />
    </>
  );
}
