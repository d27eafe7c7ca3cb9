import type { Rubric } from '../rubrics.ts';
import { both, item, itemIfAny, judgement, ratio } from './compose.ts';

/** 公益创投项目中期评估; bonus points may lift the total above 100. */
export const ventureMidterm: Rubric = {
  id: 'venture-midterm',
  version: 1,
  zh: '公益创投项目中期评估表',
  en: 'Venture philanthropy project mid-term',
  basis: both(
    '四个维度、60分合格、设加减分项（苏州2012）；分值拆分为设计值。',
    'Four dimensions, pass 60, bonus and deductions (Suzhou 2012); the split is a design.',
  ),
  max: 100,
  pass: 60,
  bonusUpTo: 10,
  vetoes: [],
  mustHaves: [],
  dimensions: [
    {
      id: 'implementation',
      zh: '项目实施',
      en: 'Implementation',
      weight: 40,
      items: [
        itemIfAny(
          'progress',
          '活动进度',
          'Progress',
          15,
          ratio(
            both('已完成活动数', 'Activities done'),
            both('截至目前计划活动数', 'Activities planned to date'),
          ),
        ),
        item('beneficiaries', '服务对象达成', 'Beneficiaries reached', 10),
        item(
          'records',
          '过程记录',
          'Records',
          15,
          judgement('活动档案是否齐全', 'Whether the activity files are complete'),
        ),
      ],
    },
    {
      id: 'inputs',
      zh: '人力与物资投入',
      en: 'Inputs',
      weight: 15,
      items: [
        item('staff', '团队到位', 'Staff in place', 8),
        item('volunteers', '志愿者/物资', 'Volunteers and goods', 7),
      ],
    },
    {
      id: 'finance',
      zh: '财务管理',
      en: 'Finance',
      weight: 25,
      items: [
        item('ledger', '专账与凭证', 'Separate ledger and vouchers', 15),
        item(
          'budget-execution',
          '预算执行',
          'Budget execution',
          10,
          judgement('各预算科目偏差不超过10%', 'Variance of each budget line within 10%'),
        ),
      ],
    },
    {
      id: 'results',
      zh: '项目成效',
      en: 'Results',
      weight: 20,
      items: [
        item('interim-outcomes', '阶段目标', 'Interim outcomes', 12),
        item('satisfaction', '满意度', 'Satisfaction', 8),
      ],
    },
  ],
};

/** 公益创投项目末期评估. */
export const ventureFinal: Rubric = {
  id: 'venture-final',
  version: 1,
  zh: '公益创投项目末期评估表',
  en: 'Venture philanthropy project final',
  basis: both(
    'A≥85、B 60–84、C<60，同2018–19年某市项目；分值拆分为设计值。',
    'A ≥ 85, B 60–84, C < 60 as in a city program of 2018–19; the split is a design.',
  ),
  max: 100,
  pass: 60,
  grades: [
    { id: 'A', zh: 'A', en: 'A', from: 85 },
    { id: 'B', zh: 'B', en: 'B', from: 60 },
    { id: 'C', zh: 'C', en: 'C', from: 0 },
  ],
  vetoes: [],
  mustHaves: [],
  dimensions: [
    {
      id: 'targets',
      zh: '目标完成',
      en: 'Targets',
      weight: 35,
      items: [item('outputs', '产出', 'Outputs', 20), item('outcomes', '成果', 'Outcomes', 15)],
    },
    {
      id: 'quality',
      zh: '服务质量',
      en: 'Quality',
      weight: 20,
      items: [item('method', '专业方法', 'Professional method', 10), item('files', '档案', 'Files', 10)],
    },
    {
      id: 'finance',
      zh: '财务',
      en: 'Finance',
      weight: 20,
      items: [
        item('compliance', '合规', 'Compliance', 12),
        item('execution', '执行与公开', 'Execution and disclosure', 8),
      ],
    },
    {
      id: 'satisfaction',
      zh: '满意度',
      en: 'Satisfaction',
      weight: 15,
      items: [item('users', '服务对象', 'Users', 10), item('community', '社区', 'Community', 5)],
    },
    {
      id: 'sustainability',
      zh: '可持续与推广',
      en: 'Sustainability',
      weight: 10,
      items: [
        item('capacity', '能力提升', 'Capacity gained', 5),
        item('replicable', '可复制', 'Replicable', 5),
      ],
    },
  ],
};
