import type { Rubric } from '../rubrics.ts';
import {
  allOrNothing,
  both,
  FOUR_GRADES,
  item,
  itemIfAny,
  judgement,
  ratio,
  reach,
  stayWithin,
} from './compose.ts';

/** 政府购买服务项目绩效评价: the performance review of a purchased service by the department. */
export const purchasePerformance: Rubric = {
  id: 'purchase-performance',
  version: 1,
  zh: '政府购买服务项目绩效评价（部门评价）',
  en: 'Performance evaluation of purchased services',
  basis: both(
    '决策、过程、产出、效益参照财预〔2020〕10号；权重与等级为通行做法，由中心确认。',
    'Decision, process, output, effect after 财预〔2020〕10号; weights and grades are customary, to be confirmed by the center.',
  ),
  max: 100,
  grades: FOUR_GRADES,
  vetoes: [],
  mustHaves: [],
  dimensions: [
    {
      id: 'decision',
      zh: '决策',
      en: 'Decision',
      weight: 15,
      items: [
        item(
          'need-basis',
          '立项依据',
          'Need and legal basis',
          4,
          allOrNothing('有需求清单编号和批准文件', 'Number of the need list and approval'),
        ),
        item(
          'targets',
          '绩效目标',
          'Clear and measurable targets',
          5,
          ratio(
            both('明确、可衡量的目标数', 'Targets that are specific, measurable and dated'),
            both('目标总数', 'All targets'),
          ),
        ),
        item(
          'budget',
          '预算合理',
          'Budget',
          6,
          allOrNothing('单位成本在参考范围内', 'Unit cost within the reference'),
        ),
      ],
    },
    {
      id: 'process',
      zh: '过程',
      en: 'Process',
      weight: 20,
      items: [
        itemIfAny(
          'execution',
          '资金到位与执行率',
          'Funds released and spent',
          5,
          ratio(both('已支出资金', 'Spent'), both('到位资金', 'Received'), { minimumPercent: 60 }),
        ),
        item('compliance', '资金合规', 'Compliant use of funds', 6, {
          kind: 'deduction',
          counted: both('违规问题', 'Violations'),
          each: 2,
          veto: both('挪用资金', 'Misuse of funds'),
        }),
        item('management', '管理制度与合同', 'Management and contracts', 4),
        itemIfAny(
          'reporting',
          '进度报告质量',
          'Quality of reporting',
          5,
          ratio(
            both('按时提交并通过的报告数', 'Reports on time and accepted'),
            both('应提交的报告数', 'Reports required'),
          ),
        ),
      ],
    },
    {
      id: 'output',
      zh: '产出',
      en: 'Output',
      weight: 35,
      items: [
        itemIfAny(
          'quantity',
          '数量',
          'Quantity',
          12,
          ratio(both('实际数量', 'Actual'), both('计划数量', 'Plan')),
        ),
        itemIfAny(
          'quality',
          '质量',
          'Quality',
          10,
          ratio(both('合格数', 'Qualified'), both('总数', 'Total')),
        ),
        itemIfAny(
          'timeliness',
          '时效',
          'Timeliness',
          7,
          ratio(both('按时完成的节点数', 'Milestones on time'), both('节点总数', 'All milestones')),
        ),
        item(
          'cost',
          '成本',
          'Cost',
          6,
          stayWithin(
            both('实际成本占预算（%）', 'Actual cost of the budget (%)'),
            [100, 6, '不超预算', 'Within the budget'],
            [105, 3, '不超过预算的105%', 'At most 105% of the budget'],
          ),
        ),
      ],
    },
    {
      id: 'benefit',
      zh: '效益',
      en: 'Benefit',
      weight: 20,
      items: [
        item(
          'social-effect',
          '社会效益',
          'Social effect',
          9,
          ratio(
            both('达成的成效指标数', 'Outcome indicators reached'),
            both('成效指标总数', 'All outcome indicators'),
          ),
        ),
        item('lasting-effect', '可持续影响', 'Sustainability', 5),
        item(
          'linkage',
          '社区联动',
          'Three-society linkage',
          6,
          judgement(
            '志愿者、社会组织、社区实际参与',
            'Volunteers, organizations and the community actually involved',
          ),
        ),
      ],
    },
    {
      id: 'satisfaction',
      zh: '满意度',
      en: 'Satisfaction',
      weight: 10,
      items: [
        item(
          'users',
          '服务对象满意度',
          'Users',
          7,
          reach(
            both('满意率（%）', 'Satisfaction rate (%)'),
            [90, 7, '90%及以上', '90% or more'],
            [80, 5, '80%–89%', '80–89%'],
            [70, 3, '70%–79%', '70–79%'],
          ),
        ),
        item('payer', '社区/购买方满意度', 'Community and payer', 3),
      ],
    },
  ],
};
