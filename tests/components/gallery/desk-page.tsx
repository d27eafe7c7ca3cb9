import { StackedBar } from '#app/components/charts/index.ts';
import { Columns, PageTitle, Stack } from '#app/components/layout/index.ts';
import { Card, DueBadge, EmptyState, LinkButton, Notice, RowList } from '#app/components/ui/index.ts';
import { GalleryFrame } from './frame.tsx';

const waiting = [
  [
    '2026-11-22',
    '审核 10月进展报告',
    '夕阳红老年服务中心',
    '11月14日提交，5 个工作日内应审核；主任已收到提醒',
    '去审核',
  ],
  ['2026-11-24', '材料初审', '向阳花青少年社工服务中心', '第三批招募 · 还有 2 份材料未核对', '继续初审'],
  ['2026-11-26', '召集评审会', '第三批招募的 6 个申请', '4 位评委已声明无利益冲突，还差 1 位', '查看'],
  ['2026-12-01', '发起中期评估', '邻里和纠纷调解服务中心', '孵化期过半；到 12月16日 系统将自动发起', '发起'],
  ['2026-12-07', '核对出壳清单', '百合家庭服务中心', '7 项中 6 项已有佐证，缺：财务管理制度', '查看清单'],
] as const;

/** The desk: what waits for this person, most urgent first. */
export function DeskPage() {
  return (
    <GalleryFrame current="工作台">
      <PageTitle over="11月24日 周二">今天有 5 件事等您办，其中 1 件已逾期</PageTitle>
      <Notice tone="good" title="已要求晨曦心理健康服务中心补正 2 份材料" live>
        已发送通知，请对方在 12月8日 周二前补交。
      </Notice>
      <Card id="mine" title="等您办">
        <RowList
          items={waiting.map(([due, what, whom, note, button], index) => ({
            id: due,
            due: <DueBadge due={due} />,
            title: (
              <>
                <b>{what}</b> · {whom}
              </>
            ),
            note,
            action: (
              <LinkButton href="/x" look={index === 0 ? 'primary' : 'quiet'}>
                {button}
              </LinkButton>
            ),
          }))}
        />
      </Card>
      <Columns>
        <Stack>
          <Card id="others" title="等别人办的，您在跟">
            <RowList
              items={[
                {
                  id: '1',
                  due: <DueBadge due="2026-11-25" />,
                  title: (
                    <>
                      晨曦心理健康服务中心 <b>补正材料</b>
                    </>
                  ),
                  note: '缺章程修订页；已提醒 2 次',
                  action: <a href="/x">提醒</a>,
                },
                {
                  id: '2',
                  due: <DueBadge due="2026-11-30" />,
                  title: (
                    <>
                      法润社区法律服务中心 <b>提交自评</b>
                    </>
                  ),
                  action: <a href="/x">查看</a>,
                },
              ]}
            />
          </Card>
          <Card id="meetings" title="联席会议">
            <EmptyState
              level={3}
              title="本月还没有联席会议"
              action={
                <LinkButton href="/x" look="quiet">
                  召集会议
                </LinkButton>
              }
            >
              联席会议由社区党委召集，社区、社会组织和社工一起议定居民需求怎么办。
            </EmptyState>
          </Card>
        </Stack>
        <Card id="month" title="在孵 24 家">
          <StackedBar
            id="chart-incubating"
            title="在孵组织的状态"
            description="24 家在孵组织中，17 家正常，5 家需关注，2 家整改。"
            parts={[
              { label: '正常', value: 17, paint: 'good' },
              { label: '需关注', value: 5, paint: 'attention' },
              { label: '整改', value: 2, paint: 'stopped' },
            ]}
          />
        </Card>
      </Columns>
    </GalleryFrame>
  );
}
