import { PageTitle } from '#app/components/layout/index.ts';
import {
  Button,
  Card,
  ConfirmPanel,
  DataTable,
  DueBadge,
  FilterBar,
  LinkButton,
  Notice,
  Pager,
  Tag,
} from '#app/components/ui/index.ts';
import { GalleryFrame } from './frame.tsx';

const rows = [
  {
    id: 'RK-1',
    name: '夕阳红老年服务中心',
    community: '东大街社区',
    money: '128,000.00',
    due: '2026-11-22',
    ok: false,
  },
  {
    id: 'RK-2',
    name: '晨曦心理健康服务中心',
    community: '文昌社区',
    money: '96,500.50',
    due: '2026-11-25',
    ok: true,
  },
  {
    id: 'RK-3',
    name: '邻里和纠纷调解服务中心',
    community: '西关社区',
    money: '1,200,000.00',
    due: '2027-01-15',
    ok: true,
  },
];

/** A long list: filters, table, pages; a job under way; a question before something dangerous. */
export function TablePage() {
  return (
    <GalleryFrame current="在孵组织">
      <PageTitle
        lead="24 家，按截止日期排列"
        actions={
          <LinkButton href="/export" look="quiet">
            导出
          </LinkButton>
        }
      >
        在孵组织
      </PageTitle>
      <Card>
        <FilterBar
          action="/incubations"
          keep={{ sort: 'due' }}
          filters={[
            { kind: 'search', name: 'q', label: '名称或编号' },
            {
              kind: 'select',
              name: 'state',
              label: '状态',
              value: 'on',
              options: [
                { value: 'on', label: '在孵' },
                { value: 'off', label: '已出壳' },
              ],
            },
            { kind: 'date', name: 'before', label: '截止早于' },
          ]}
        />
        <form id="bulk" method="post" action="/x" />
        <DataTable
          caption="在孵组织"
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          select={{ name: 'id', form: 'bulk', label: (row) => row.name }}
          columns={[
            {
              key: 'name',
              head: '组织',
              main: true,
              cell: (row) => <a href="/o">{row.name}</a>,
              total: '合计',
            },
            { key: 'community', head: '社区', cell: (row) => row.community },
            {
              key: 'state',
              head: '状态',
              cell: (row) => <Tag tone={row.ok ? 'good' : 'attention'}>{row.ok ? '正常' : '需关注'}</Tag>,
            },
            {
              key: 'money',
              head: '项目资金（元）',
              number: true,
              cell: (row) => row.money,
              total: '1,424,500.50',
              sort: { href: '/s' },
            },
            {
              key: 'due',
              head: '下一期限',
              cell: (row) => <DueBadge due={row.due} />,
              sort: { href: '/d', direction: 'ascending' },
            },
          ]}
        />
        <Pager previous="/p" next="/n" count={3} />
      </Card>
      <Notice tone="attention" title="2 家组织的报告逾期超过 5 天">
        请先联系负责人，再决定是否要求整改。
      </Notice>
      <Notice tone="stopped" title="导入没有办成">
        第 14 行的统一社会信用代码重复。
      </Notice>
      <Notice title="本页的数字每小时更新">上次更新 09:00</Notice>
      <ConfirmPanel
        title="要暂停 3 家组织的孵化吗？"
        cancelHref="/back"
        action={<Button look="danger">暂停孵化</Button>}
      >
        <p>孵化期停止计时，报告暂不用交。将通知 3 个组织和 2 位督导。</p>
      </ConfirmPanel>
    </GalleryFrame>
  );
}
