import { SpreadDots, StackedBar } from '#app/components/charts/index.ts';
import { Columns, PageTitle } from '#app/components/layout/index.ts';
import { Card, useTranslate } from '#app/components/ui/index.ts';
import { GalleryFrame } from './frame.tsx';

/** Every picture. */
export function ChartsPage() {
  const t = useTranslate();
  return (
    <GalleryFrame current="评估">
      <PageTitle>年度概览</PageTitle>
      <Columns even>
        <Card id="money" title="项目资金">
          <StackedBar
            id="c-money"
            title="项目资金"
            description="批准一百万元，已拨六十万元，其中已支出四十一万元。"
            write={t.format.money}
            total={100_000_000}
            parts={[
              { label: '已支出', value: 41_000_000 },
              { label: '已拨未用', value: 19_000_000 },
              { label: '待拨', value: 40_000_000, paint: '5' },
            ]}
          />
        </Card>
        <Card id="spread" title="评委打分离散度">
          <SpreadDots
            id="c-spread"
            title="打分离散度"
            description="夕阳红的打分相差最大，从 52 到 91。"
            max={100}
            pass={{ value: 70, label: '准入线 70' }}
            rows={[
              { label: '向阳花青少年社工服务中心', values: [78, 82, 80, 85, 79] },
              { label: '夕阳红老年服务中心', values: [52, 91, 70, 66, 74] },
              { label: '未评', values: [] },
            ]}
          />
        </Card>
      </Columns>
    </GalleryFrame>
  );
}
