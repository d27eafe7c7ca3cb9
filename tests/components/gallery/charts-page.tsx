import { Funnel, RankedBars, SpreadDots, StackedBar } from '#app/components/charts/index.ts';
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
        <Card id="funnel" title="本年申请走到哪一步">
          <Funnel
            id="c-funnel"
            title="申请漏斗"
            description="48 个申请，9 个出壳。"
            stages={[
              { label: '提交', value: 48 },
              { label: '初审通过', value: 36 },
              { label: '准入', value: 24 },
              { label: '在孵', value: 22 },
              { label: '出壳', value: 9 },
            ]}
          />
        </Card>
        <Card id="ranked" title="居民需求最多的社区">
          <RankedBars
            id="c-ranked"
            title="社区需求"
            description="文昌社区最多，132 件。"
            items={[
              { label: '文昌社区', value: 132 },
              { label: '东大街社区', value: 96 },
              { label: '西关社区', value: 41 },
              { label: '一个名字特别特别长的社区居民委员会所在的社区', value: 12 },
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
