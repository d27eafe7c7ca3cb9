import { Columns, PageTitle, Stack } from '#app/components/layout/index.ts';
import {
  Card,
  Checklist,
  DataTable,
  Facts,
  FileLink,
  HistoryLog,
  LinkButton,
  Meter,
  Stepper,
  Tabs,
  Tag,
  type Tone,
} from '#app/components/ui/index.ts';
import { GalleryFrame } from './frame.tsx';

interface Material {
  readonly name: string;
  readonly version: string;
  readonly size: string;
  readonly verdict: readonly [Tone, string];
}

const materials: readonly Material[] = [
  { name: '登记证书副本', version: '11月17日', size: '1.2 MB', verdict: ['good', '符合'] },
  { name: '章程', version: '11月20日 补正', size: '860 KB', verdict: ['good', '符合'] },
  { name: '近一年财务报表', version: '11月17日', size: '2.4 MB', verdict: ['waiting', '待核对'] },
  { name: '党建情况说明', version: '11月17日', size: '96 KB', verdict: ['attention', '不清晰'] },
  { name: '信用承诺书', version: '11月17日', size: '102 KB', verdict: ['stopped', '不符合'] },
];

/** A page about one thing: name, facts, next step, life, content, history. */
export function ApplicationPage() {
  return (
    <GalleryFrame current="申请">
      <PageTitle
        crumbs={[
          { label: '申请', href: '/a' },
          { label: '2026年第三批招募', href: '/b' },
        ]}
        tag={<Tag tone="waiting">材料初审</Tag>}
        actions={
          <LinkButton href="/print" look="quiet">
            打印
          </LinkButton>
        }
      >
        向阳花青少年社工服务中心
      </PageTitle>
      <Facts
        items={[
          { label: '编号', value: 'RK-202611-0007' },
          { label: '登记类型', value: '民办非企业单位' },
          { label: '统一社会信用代码', value: '52411025MJGDEM0154' },
          { label: '所在社区', value: '文昌社区' },
          { label: '负责人', value: '刘洋' },
          { label: '经办', value: '李静' },
        ]}
      />
      <Card
        look="accent"
        id="next"
        title="核对 12 份材料后作出初审结论，今天 24:00 前"
        aside={<LinkButton href="/x">继续核对</LinkButton>}
      >
        <p className="soft">已核对 10 份，还差：近一年财务报表、党建情况说明</p>
      </Card>
      <Stepper
        label="办理进度"
        steps={[
          { name: '提交', state: 'done', note: '11月17日 刘洋' },
          { name: '受理', state: 'done', note: '11月18日 李静' },
          { name: '材料初审', state: 'now', note: '应于今天完成' },
          { name: '专家评审', state: 'next', note: '预计 12月1日' },
          { name: '审定', state: 'next', note: '预计 12月3日' },
          { name: '公示', state: 'next', note: '12月4日–10日' },
          { name: '签约入壳', state: 'next', note: '12月24日前' },
        ]}
      />
      <Tabs
        items={[
          { href: '/x', label: '概况', current: true },
          { href: '/y', label: '材料', count: 12 },
          { href: '/z', label: '评审' },
        ]}
      />
      <Columns>
        <Stack>
          <Card id="materials" title="材料" note="12 份，10 份已核对">
            <DataTable
              caption="材料"
              captionHidden
              rows={materials}
              rowKey={(row) => row.name}
              columns={[
                { key: 'name', head: '材料', main: true, cell: (row) => <a href="/f">{row.name}</a> },
                { key: 'version', head: '版本', cell: (row) => row.version },
                { key: 'size', head: '大小', number: true, cell: (row) => row.size },
                {
                  key: 'verdict',
                  head: '结论',
                  cell: (row) => <Tag tone={row.verdict[0]}>{row.verdict[1]}</Tag>,
                },
              ]}
            />
            <p>
              <FileLink href="/f" name="全部材料.zip" size={12_345_678} />
            </p>
          </Card>
          <Card id="checks" title="入壳条件">
            <Checklist
              count
              items={[
                { id: '1', ok: true, text: '在本区登记或备案', note: '登记证书 2023-03-05' },
                {
                  id: '2',
                  ok: true,
                  text: '未列入活动异常名录和严重违法失信名单',
                  note: '11月18日 李静核对',
                },
                {
                  id: '3',
                  ok: false,
                  text: '党组织意见已登记',
                  note: '由文昌社区党委填写',
                  action: <a href="/x">去登记</a>,
                },
              ]}
            />
          </Card>
        </Stack>
        <Stack>
          <Card id="history" title="办理记录">
            <HistoryLog
              entries={[
                {
                  id: '4',
                  at: '2026-11-20T08:40:00.000Z',
                  who: '刘洋',
                  what: '补正章程，答复 1 项',
                  fresh: true,
                },
                {
                  id: '3',
                  at: '2026-11-19T02:05:00.000Z',
                  who: '李静',
                  what: '要求补正',
                  reason: '章程缺修订页',
                },
                {
                  id: '2',
                  at: '2026-11-18T01:12:00.000Z',
                  who: '李静',
                  what: '受理申请',
                  proof: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
                },
                { id: '1', at: '2026-11-17T07:31:00.000Z', who: null, what: '收到申请（第 1 版）' },
              ]}
            />
          </Card>
          <Card id="indicators" title="指标">
            <Meter label="服务人次" value={320} max={500} text="320 / 500" mark={0.5} />
            <Meter label="预算执行" value={31} max={100} text="31%" tone="attention" mark={0.5} />
          </Card>
        </Stack>
      </Columns>
    </GalleryFrame>
  );
}
