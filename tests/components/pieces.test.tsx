import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { median, SpreadDots, StackedBar } from '#app/components/charts/index.ts';
import { Road } from '#app/components/lifecycle/road.tsx';
import {
  DataTable,
  DueBadge,
  FilterBar,
  LocaleProvider,
  Pager,
  Tag,
  useNow,
} from '#app/components/ui/index.ts';
import type { RecordView, RoadView } from '#app/domain/lifecycles/view.ts';
import { byName, tagsOf } from './dom.ts';
import { markupOf } from './gallery/gallery.tsx';

const Now = () => useNow();

describe('a tag', () => {
  it.each(['waiting', 'good', 'attention', 'stopped', 'neutral'] as const)(
    'of tone %s has an icon and a word',
    (tone) => {
      const markup = markupOf(<Tag tone={tone}>word</Tag>);
      expect(markup).toContain('<svg');
      expect(markup).toContain('word');
    },
  );
});

describe('a road', () => {
  const roadOf = (more: Partial<RecordView>, places: readonly RoadView['place'][]) => {
    const road = ['active', 'graduated'].map((state, i) => ({
      state,
      place: places[i],
      at: null,
      who: null,
    }));
    return markupOf(
      <Road
        view={
          { lifecycle: 'incubation', road, stateSince: '2026-11-20T01:00:00.000Z', ...more } as RecordView
        }
      />,
    );
  };
  const spoken = (markup: string) =>
    [...markup.matchAll(/class="sr-only"> ([^<]*)</g)].map(([, words]) => words);

  it('that came to its end is said to be done, or at least over; only what goes on is under way', () => {
    const end = ['done', 'now'] as const;
    expect(spoken(roadOf({ state: 'active', ended: false }, ['now', 'next']))).toEqual(['进行中', '未开始']);
    expect(spoken(roadOf({ state: 'graduated', ended: true, tone: 'good' }, end))).toEqual([
      '已完成',
      '已完成',
    ]);
    expect(spoken(roadOf({ state: 'graduated', ended: true, tone: 'neutral' }, end))).toEqual([
      '已完成',
      '已结束',
    ]);
    const beside = roadOf({ state: 'exited', ended: true, tone: 'stopped' }, ['done', 'skipped']);
    expect(spoken(beside)).toEqual(['已完成', '已结束']);
  });
});

describe('a deadline', () => {
  it('is late after its day, pressing just before it, and calm else', () => {
    expect(markupOf(<DueBadge due="2026-11-23" />)).toContain('due-late');
    expect(markupOf(<DueBadge due="2026-11-25" />)).toContain('due-soon');
    const calm = markupOf(<DueBadge due="2026-11-28" />);
    expect(calm).not.toMatch(/due-(late|soon)/);
    expect(calm).toContain('还有 4 天');
  });

  it('no longer presses once it is settled', () => {
    expect(markupOf(<DueBadge due="2026-11-01" settled />)).not.toContain('逾期');
  });

  it('cannot be counted without a present', () => {
    expect(() => renderToStaticMarkup(<Now />)).toThrow('LocaleProvider');
    expect(
      renderToStaticMarkup(
        <LocaleProvider locale="en" now="2026-11-24T01:00:00.000Z">
          <Now />
        </LocaleProvider>,
      ),
    ).toContain('2026');
  });
});

describe('a table', () => {
  const rows = [{ id: 'a', name: 'A', sum: 5 }];
  const markup = markupOf(
    <DataTable
      caption="All"
      rows={rows}
      rowKey={(row) => row.id}
      select={{ name: 'pick', form: 'bulk', label: (row) => row.name }}
      columns={[
        { key: 'name', head: 'Name', main: true, cell: (row) => row.name },
        {
          key: 'sum',
          head: 'Sum',
          number: true,
          cell: (row) => row.sum,
          sort: { href: '?s', direction: 'descending' },
        },
      ]}
    />,
  );

  it('names its rows, and its cells for when they are cards', () => {
    expect(markup).toContain('<th scope="row">A</th>');
    expect(markup).toContain('<td data-label="Sum" class="is-number">5</td>');
  });

  it('says how it is sorted', () => {
    expect(tagsOf(markup).find((tag) => tag.attributes['aria-sort'])?.attributes['aria-sort']).toBe(
      'descending',
    );
  });

  it('sends the ticked rows with the form they belong to', () => {
    expect(byName(markup, 'pick')[0]?.attributes).toMatchObject({
      value: 'a',
      form: 'bulk',
      'aria-label': '选择：A',
    });
  });
});

describe('filters and pages', () => {
  it('keep the filter in the address', () => {
    const markup = markupOf(
      <FilterBar
        action="/list"
        keep={{ sort: 'due' }}
        filters={[{ kind: 'search', name: 'q', label: 'Find', value: '%_' }]}
      />,
    );
    expect(tagsOf(markup).find((tag) => tag.name === 'form')?.attributes).toMatchObject({
      method: 'get',
      action: '/list',
    });
    expect(byName(markup, 'q')[0]?.attributes.value).toBe('%_');
    expect(byName(markup, 'sort')[0]?.attributes.value).toBe('due');
  });

  it('draw no pager for a single page', () => {
    expect(markupOf(<Pager />)).toBe('');
    expect(markupOf(<Pager next="/n" />)).toContain('rel="next"');
  });
});

describe('a picture', () => {
  it('has a title, a description, and its figures as a table', () => {
    const markup = markupOf(
      <StackedBar
        id="s"
        title="T"
        description="D"
        parts={[
          { label: 'a', value: 1 },
          { label: 'b', value: 3 },
        ]}
      />,
    );
    expect(markup).toContain('<title id="s-title">T</title>');
    expect(markup).toContain('<desc id="s-desc">D</desc>');
    expect(markup).toContain('75%');
  });

  it('never leaves its frame, whatever the figures', () => {
    const odd = [
      { label: 'a', value: 0 },
      { label: 'b', value: 0 },
    ];
    const markup = markupOf(<StackedBar id="s" title="T" description="D" parts={odd} total={0} />);
    expect(markup).not.toMatch(/NaN|Infinity|="-\d/);
    expect(
      markupOf(<SpreadDots id="d" title="T" description="D" max={100} rows={[{ label: 'x', values: [] }]} />),
    ).not.toMatch(/NaN|Infinity/);
  });

  it('finds the middle', () => {
    expect(median([])).toBe(0);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});
