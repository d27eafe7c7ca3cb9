import type { Rubric } from '../rubrics.ts';
import {
  allOrNothing,
  both,
  choose,
  item,
  itemIfAny,
  judgement,
  ratio,
  reach,
  stayWithin,
} from './compose.ts';

/** 终期（出壳）评估: whether an organization can stand alone. */
export const graduation: Rubric = {
  id: 'graduation',
  version: 1,
  zh: '终期（出壳）评估表',
  en: 'Final / graduation evaluation',
  basis: both(
    '设计值；四个维度参照洪江2019，方法参照清远2018。60分以下退壳，60–79分为有条件。',
    'A design; four dimensions of Hongjiang 2019, methods of Qingyuan 2018. Below 60 exits, 60–79 is conditional.',
  ),
  max: 100,
  pass: 80,
  conditionalFrom: 60,
  vetoes: [],
  mustHaves: [
    { id: 'registered', zh: '登记或备案完成', en: 'Registered or recorded' },
    {
      id: 'core-rules',
      zh: '章程及财务、人事、档案、项目、志愿者制度（至少五项）',
      en: 'Charter and at least 5 core rules',
    },
    { id: 'account', zh: '独立账户或财务托管', en: 'Own bank account or finance trusteeship' },
    {
      id: 'staff',
      zh: '专职不少于2人（备案组织：骨干不少于3人）',
      en: 'At least 2 full-time (recorded organizations: 3 core people)',
    },
    { id: 'project', zh: '独立完成项目不少于1个', en: 'At least 1 project delivered on its own' },
    { id: 'nothing-open', zh: '无逾期报告、无未结整改', en: 'No report overdue, nothing to rectify' },
  ],
  dimensions: [
    {
      id: 'governance',
      zh: '组织架构与治理',
      en: 'Structure and governance',
      weight: 20,
      items: [
        item(
          'registration',
          '登记/备案与证照',
          'Registration',
          6,
          choose(['registered', 6, '已登记', 'Registered'], ['recorded', 4, '已备案', 'Recorded']),
        ),
        item(
          'governing-body',
          '治理机构运行',
          'Governing body at work',
          7,
          allOrNothing(
            '会议、纪要、利益冲突制度齐备',
            'Meetings, minutes and a rule on conflicts of interest',
          ),
        ),
        item(
          'party-coverage',
          '党的组织和工作覆盖',
          'Party coverage',
          7,
          choose(
            ['branch', 7, '党支部', 'Branch'],
            ['joint', 5, '联合党支部', 'Joint branch'],
            ['adviser', 3, '党建指导员', 'Adviser'],
          ),
        ),
      ],
    },
    {
      id: 'team',
      zh: '团队能力',
      en: 'Team capability',
      weight: 20,
      items: [
        item(
          'staff',
          '专职与持证',
          'Full-time and licensed staff',
          8,
          allOrNothing(
            '专职3人及以上，其中持证1人及以上',
            'At least 3 full-time, at least 1 of them licensed',
          ),
        ),
        item(
          'volunteers',
          '志愿者管理',
          'Volunteers managed',
          6,
          allOrNothing('活跃志愿者30人及以上且有服务时长记录', 'At least 30 active, their hours recorded'),
        ),
        item(
          'independence',
          '独立运营',
          'Independence',
          6,
          ratio(both('督导评分（1–5）', "Mentor's rating (1–5)"), both('满分5', 'Of 5'), { fixedPlan: 5 }),
        ),
      ],
    },
    {
      id: 'finance',
      zh: '财务管理',
      en: 'Finance',
      weight: 20,
      items: [
        item(
          'accounts',
          '制度与账务',
          'Accounts',
          8,
          allOrNothing('审计或审阅无保留意见', 'Audit or review without qualification'),
        ),
        item(
          'income-mix',
          '收入多元',
          'Income mix',
          6,
          stayWithin(
            both('最大单一来源占比（%）', 'Share of the largest source (%)'),
            [60, 6, '60%及以下', '60% or less'],
            [80, 4, '80%及以下', '80% or less'],
          ),
        ),
        item(
          'disclosure',
          '信息公开',
          'Disclosure',
          6,
          allOrNothing('年度报告和项目财务均已公开', 'Annual report and project finance published'),
        ),
      ],
    },
    {
      id: 'projects',
      zh: '项目运作',
      en: 'Project operation',
      weight: 25,
      items: [
        itemIfAny(
          'quality',
          '项目完成质量',
          'Quality of delivery',
          10,
          ratio(
            both('最近一次绩效评价得分', 'Score of the last performance review'),
            both('满分100', 'Of 100'),
            {
              fixedPlan: 100,
            },
          ),
        ),
        item(
          'outcomes',
          '服务成效',
          'Outcomes',
          8,
          ratio(
            both('达成的成效指标数', 'Outcome indicators reached'),
            both('成效指标总数', 'All outcome indicators'),
          ),
        ),
        item(
          'satisfaction',
          '满意度',
          'Satisfaction',
          7,
          reach(
            both('满意率（%）', 'Satisfaction rate (%)'),
            [95, 7, '95%及以上', '95% or more'],
            [90, 6, '90%–94%', '90–94%'],
            [80, 4, '80%–89%', '80–89%'],
            [0, 0, '80%以下', 'Below 80%'],
          ),
        ),
      ],
    },
    {
      id: 'impact',
      zh: '社会影响与可持续',
      en: 'Impact and sustainability',
      weight: 15,
      items: [
        item(
          'recognition',
          '社会评价',
          'Recognition',
          5,
          judgement('奖项、媒体报道、居民来信', 'Awards, media, letters from residents'),
        ),
        item('future-plan', '12个月发展规划', 'Plan for the 12 months after graduation', 5, judgement()),
        item(
          'linkage',
          '联动贡献',
          'Contribution to three-society linkage',
          5,
          reach(both('联合项目数', 'Joint projects'), [2, 5, '2个及以上', '2 or more'], [1, 3, '1个', '1']),
        ),
      ],
    },
  ],
};
