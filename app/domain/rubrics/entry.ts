import type { Rubric } from '../rubrics.ts';
import { allOrNothing, both, choose, item, judgement, reach } from './compose.ts';

/** 入壳评审: what a panel scores an application by. */
export const entry: Rubric = {
  id: 'entry',
  version: 1,
  zh: '入壳评审评分表',
  en: 'Entry review rubric',
  basis: both(
    '权重为设计值；维度参照公开的招募公告（衡阳2023、泸州2025、龙华）。',
    'Weights are a design; the dimensions follow published recruiting notices (Hengyang 2023, Luzhou 2025, Longhua).',
  ),
  max: 100,
  pass: 70,
  tieDimension: 'need',
  vetoes: [
    { id: 'red-line', zh: '政治与法律红线', en: 'Political or legal red line' },
    { id: 'for-profit', zh: '营利目的', en: 'For-profit purpose' },
    { id: 'false-material', zh: '虚假材料', en: 'False material' },
    { id: 'serious-breaches', zh: '严重违法失信名单', en: 'On the list of serious breaches' },
  ],
  mustHaves: [],
  dimensions: [
    {
      id: 'base',
      zh: '组织基础',
      en: 'Organization base',
      weight: 20,
      items: [
        item(
          'core-team',
          '发起人与核心团队稳定',
          'Stable founders and core team',
          8,
          reach(
            both('有明确分工的核心成员人数', 'Core people with roles'),
            [5, 8, '5人及以上', '5 or more'],
            [3, 5, '3–4人', '3–4'],
            [0, 2, '2人及以下', '2 or fewer'],
          ),
        ),
        item(
          'governance',
          '治理结构与章程',
          'Governance and charter',
          6,
          choose(
            ['full', 6, '章程、决策机构、制度齐备', 'Charter, decision body and rules'],
            ['charter', 3, '仅有章程', 'Charter only'],
          ),
        ),
        item(
          'party-building',
          '党建基础或意愿',
          'Party-building base',
          6,
          choose(
            ['branch', 6, '已建立党支部或联合党支部', 'Branch or joint branch'],
            ['adviser', 4, '已派党建指导员', 'Adviser assigned'],
            ['intent', 2, '有书面意愿', 'Written intent'],
          ),
        ),
      ],
    },
    {
      id: 'need',
      zh: '服务需求与定位',
      en: 'Need and positioning',
      weight: 20,
      items: [
        item(
          'need-evidence',
          '居民需求证据',
          'Evidence of resident need',
          10,
          choose(
            [
              'survey',
              10,
              '问卷50份及以上，或列明居民需求编号',
              'Survey of at least 50 questionnaires, or numbers of the need list',
            ],
            ['interviews', 6, '访谈', 'Interviews'],
            ['statement', 2, '文字说明', 'A statement'],
          ),
        ),
        item(
          'community-fit',
          '与社区重点契合',
          'Fit with community priorities',
          6,
          choose(
            ['full', 6, '符合已公布的需求清单', 'Matches the published need list'],
            ['partial', 3, '部分符合', 'Matches in part'],
          ),
        ),
        item(
          'difference',
          '差异性',
          'Not duplicating existing services',
          4,
          choose(
            ['none-similar', 4, '无同类服务', 'No similar service'],
            ['differentiated', 2, '有差异化定位', 'Differentiated'],
          ),
        ),
      ],
    },
    {
      id: 'capability',
      zh: '服务能力',
      en: 'Service capability',
      weight: 20,
      items: [
        item(
          'track-record',
          '已开展服务',
          'Track record',
          8,
          choose(
            [
              'many',
              8,
              '近12个月活动12次及以上或服务200人次及以上',
              '12 or more activities, or 200 or more person-times, in 12 months',
            ],
            ['some', 5, '近12个月活动4–11次', '4–11 activities in 12 months'],
            ['few', 2, '近12个月活动1–3次', '1–3 activities in 12 months'],
          ),
        ),
        item(
          'professionals',
          '专业人员',
          'Licensed social workers and professionals',
          6,
          choose(
            ['two', 6, '2人及以上', '2 or more'],
            ['one', 4, '1人', '1'],
            ['in-training', 2, '正在培养', 'In training'],
          ),
        ),
        item(
          'volunteers',
          '志愿者基础',
          'Volunteers',
          6,
          reach(
            both('注册志愿者人数', 'Registered volunteers'),
            [20, 6, '20人及以上', '20 or more'],
            [10, 4, '10–19人', '10–19'],
            [0, 2, '10人以下', 'Fewer than 10'],
          ),
        ),
      ],
    },
    {
      id: 'growth',
      zh: '孵化需求与成长计划',
      en: 'Incubation need and growth plan',
      weight: 20,
      items: [
        item(
          'gap-analysis',
          '孵化需求明确',
          'Clear gap analysis',
          8,
          choose(
            ['evidence', 8, '短板有依据', 'Gaps with evidence'],
            ['list', 4, '仅列出短板', 'A list of gaps'],
          ),
        ),
        item(
          'plan',
          '12个月计划可行',
          'Workable 12-month plan',
          8,
          choose(
            ['full', 8, '里程碑、责任人、指标齐备', 'Milestones, owner and indicator'],
            ['partial', 4, '部分具备', 'In part'],
          ),
        ),
        item(
          'commitment',
          '投入承诺',
          'Commitment',
          4,
          allOrNothing(
            '专职1人及以上，或每周驻场8小时及以上',
            'At least 1 full-time, or at least 8 hours a week on site',
          ),
        ),
      ],
    },
    {
      id: 'sustainability',
      zh: '可持续性与创新',
      en: 'Sustainability and innovation',
      weight: 20,
      items: [
        item(
          'funding',
          '资金来源',
          'Funding mix',
          8,
          reach(
            both('已落实的资金来源数', 'Confirmed sources'),
            [2, 8, '2个及以上', '2 or more'],
            [1, 5, '1个', '1'],
            [0, 1, '无', 'None'],
          ),
        ),
        item('innovation', '创新性', 'Innovation', 6, judgement()),
        item(
          'risk',
          '风险与合规',
          'Risk and compliance',
          6,
          allOrNothing('有风险清单和应对措施', 'Risk list with measures'),
        ),
      ],
    },
  ],
};
