import type { Rubric } from '../rubrics.ts';
import { allOrNothing, both, item, itemIfAny, judgement, parts } from './compose.ts';

/** 社会组织等级自评: coaching towards the official 1A–5A rating; never for a decision. */
export const ratingSelfCheck: Rubric = {
  id: 'rating-self-check',
  version: 1,
  zh: '社会组织等级自评（1A–5A）',
  en: 'Social-organization assessment self-check',
  basis: both(
    '各省公布的评分表不一（基础条件100–150，内部治理最高450，江苏党建100）；本表权重在上述范围内。另有县级百分制90/80/70/60/50（辰溪2025）。仅供辅导，不作决定依据。',
    'Published provincial tables differ (base 100–150, governance up to 450, Party building 100 in Jiangsu); these weights lie inside those ranges. A 100-point county scale with 90/80/70/60/50 exists (Chenxi 2025). For coaching, never for a decision.',
  ),
  max: 1000,
  grades: [
    { id: '5A', zh: '5A', en: '5A', from: 950 },
    { id: '4A', zh: '4A', en: '4A', from: 900 },
    { id: '3A', zh: '3A', en: '3A', from: 800 },
    { id: '2A', zh: '2A', en: '2A', from: 700 },
    { id: '1A', zh: '1A', en: '1A', from: 600 },
  ],
  vetoes: [],
  mustHaves: [],
  dimensions: [
    {
      id: 'base',
      zh: '基础条件',
      en: 'Basic conditions',
      weight: 120,
      items: [
        item(
          'legal-person',
          '法人资格',
          'Legal-person status',
          50,
          parts(
            ['legal-representative', 10, '法定代表人产生程序', 'Procedure for the legal representative'],
            ['funds', 15, '活动资金', 'Funds'],
            ['name', 5, '名称与牌匾', 'Name and plate'],
            ['premises', 10, '办公场所', 'Premises'],
            ['staff', 10, '专职工作人员', 'Full-time staff'],
          ),
        ),
        item(
          'charter',
          '章程',
          'Charter',
          20,
          parts(['procedure', 10, '制定与修改程序', 'Procedure'], ['approval', 10, '核准', 'Approval']),
        ),
        itemIfAny('changes', '登记与备案', 'Changes and filings', 20, allOrNothing('按时办理', 'On time')),
        item(
          'annual-report',
          '年检/年报',
          'Annual inspection or report',
          30,
          parts(['on-time', 15, '按时参加', 'On time'], ['conclusion', 15, '结论', 'Conclusion']),
        ),
      ],
    },
    {
      id: 'party-building',
      zh: '党建工作',
      en: 'Party building',
      weight: 100,
      items: [
        item('party-in-charter', '党建入章', 'In the charter', 10),
        item(
          'party-coverage',
          '组织与工作覆盖',
          'Coverage',
          80,
          parts(['organization', 20, '组织覆盖', 'Organization'], ['work', 60, '工作覆盖', 'Work']),
        ),
        item('party-role', '作用发挥', 'Role', 10),
      ],
    },
    {
      id: 'governance',
      zh: '内部治理',
      en: 'Internal governance',
      weight: 330,
      items: [
        item('planning', '发展规划', 'Planning', 20),
        item('organs', '组织机构', 'Organs', 90),
        item(
          'people',
          '人力资源',
          'Human resources',
          60,
          judgement('劳动合同、社会保险、培训、持证', 'Contracts, social insurance, training, licences'),
        ),
        item(
          'finance',
          '财务资产',
          'Finance and assets',
          120,
          parts(
            ['system', 30, '财务制度', 'System'],
            ['accounting', 40, '会计核算', 'Accounting'],
            ['audit', 20, '审计', 'Audit'],
            ['funds-used', 30, '捐赠与资金使用', 'Use of donations and funds'],
          ),
        ),
        item('files', '档案证章', 'Files, certificates, seals', 40),
      ],
    },
    {
      id: 'performance',
      zh: '工作绩效',
      en: 'Performance',
      weight: 330,
      items: [
        item('services', '业务活动', 'Services', 140),
        item('public-benefit', '公益与社会治理', 'Public benefit and local governance', 80),
        itemIfAny('government-projects', '承接政府项目', 'Government projects', 50),
        item('integrity', '信息公开与诚信', 'Disclosure and integrity', 60),
      ],
    },
    {
      id: 'appraisal',
      zh: '社会评价',
      en: 'Social appraisal',
      weight: 120,
      items: [
        item('by-users', '服务对象评价', 'By users', 40, judgement('以问卷调查为依据', 'By a survey')),
        item('by-insiders', '理事/会员/员工评价', 'By council, members and staff', 25),
        item('by-authorities', '主管与登记机关评价', 'By the authorities', 30),
        item('social-impact', '社会影响', 'Media and awards', 25),
      ],
    },
  ],
};
