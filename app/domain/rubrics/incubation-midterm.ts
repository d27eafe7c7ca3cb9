import type { Rubric } from '../rubrics.ts';
import { allOrNothing, both, choose, item, itemIfAny, ratio, reach } from './compose.ts';

/** 中期评估: how an organization is doing half way through its incubation. */
export const incubationMidterm: Rubric = {
  id: 'incubation-midterm',
  version: 1,
  zh: '孵化中期评估表',
  en: 'Mid-term incubation evaluation',
  basis: both(
    '设计值；组织、团队、财务、项目为洪江2019年的评估维度。',
    'A design; organization, team, finance and projects are the dimensions of Hongjiang 2019.',
  ),
  max: 100,
  pass: 60,
  vetoes: [],
  mustHaves: [],
  dimensions: [
    {
      id: 'governance',
      zh: '规范治理',
      en: 'Governance',
      weight: 20,
      items: [
        item(
          'rules',
          '章程与制度执行',
          'Rules applied',
          8,
          allOrNothing('核心制度执行6项及以上', 'At least 6 core rules in use'),
        ),
        item(
          'minutes',
          '会议与决策记录',
          'Meeting records',
          6,
          allOrNothing('决策会议2次及以上且有纪要', 'At least 2 decision meetings with minutes'),
        ),
        item(
          'party-building',
          '党建',
          'Party building',
          6,
          allOrNothing('每季度活动1次及以上', 'At least 1 activity a quarter'),
        ),
      ],
    },
    {
      id: 'team',
      zh: '团队能力',
      en: 'Team',
      weight: 20,
      items: [
        item(
          'training',
          '培训出勤',
          'Training attendance',
          8,
          reach(
            both('出勤率（%）', 'Attendance (%)'),
            [90, 8, '90%及以上', '90% or more'],
            [75, 6, '75%–89%', '75–89%'],
            [60, 4, '60%–74%', '60–74%'],
            [0, 0, '60%以下', 'Below 60%'],
          ),
        ),
        item(
          'mentoring',
          '督导完成',
          'Mentoring sessions',
          6,
          allOrNothing('每月1次及以上', 'At least 1 a month'),
        ),
        item(
          'staff',
          '人员稳定与持证',
          'Staff stability and certificates',
          6,
          allOrNothing('骨干无流失，新增持证1人及以上', 'No key person lost, at least 1 certificate gained'),
        ),
      ],
    },
    {
      id: 'services',
      zh: '服务开展',
      en: 'Services',
      weight: 30,
      items: [
        itemIfAny(
          'activities',
          '活动完成率',
          'Activities against plan',
          12,
          ratio(both('实际活动次数', 'Activities held'), both('计划活动次数', 'Activities planned')),
        ),
        itemIfAny(
          'person-times',
          '服务人次完成率',
          'Person-times against plan',
          8,
          ratio(both('实际服务人次', 'Person-times served'), both('计划服务人次', 'Person-times planned')),
        ),
        itemIfAny(
          'records',
          '记录完整',
          'Complete records (sign-in, photographs, feedback)',
          10,
          ratio(
            both('签到、照片、反馈齐全的记录数', 'Records with sign-in, photographs and feedback'),
            both('应有记录数', 'All records'),
          ),
        ),
      ],
    },
    {
      id: 'finance',
      zh: '财务与资源',
      en: 'Finance and resources',
      weight: 20,
      items: [
        item(
          'bookkeeping',
          '财务规范',
          'Bookkeeping',
          10,
          choose(
            ['sound', 10, '专账核算、凭证齐全', 'Separate books, vouchers complete'],
            ['minor-defects', 6, '有轻微缺陷', 'Minor defects'],
          ),
        ),
        itemIfAny(
          'resources',
          '资源链接',
          'Resources raised',
          10,
          ratio(both('实际链接资源', 'Resources raised'), both('目标', 'Target')),
        ),
      ],
    },
    {
      id: 'use',
      zh: '孵化配合',
      en: 'Use of incubation',
      weight: 10,
      items: [
        itemIfAny(
          'reports',
          '报告按时',
          'Reports on time',
          6,
          ratio(both('按时提交的报告数', 'Reports on time'), both('应提交的报告数', 'Reports due')),
        ),
        itemIfAny(
          'seat',
          '工位使用',
          'Seat use',
          4,
          reach(
            both('使用工位的工作日占比（%）', 'Share of working days (%)'),
            [60, 4, '60%及以上', '60% or more'],
            [30, 2, '30%–59%', '30–59%'],
          ),
        ),
      ],
    },
  ],
};
