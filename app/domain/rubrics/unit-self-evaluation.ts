import type { Rubric } from '../rubrics.ts';
import { both, FOUR_GRADES, item, itemIfAny, ratio } from './compose.ts';

/** 项目支出绩效自评表: the official form on which a unit evaluates its own project. */
export const unitSelfEvaluation: Rubric = {
  id: 'unit-self-evaluation',
  version: 1,
  zh: '项目支出绩效自评表',
  en: 'Unit self-evaluation (official form)',
  basis: both(
    '10/50/30/10参照财预〔2020〕10号，由中心确认。',
    '10/50/30/10 after 财预〔2020〕10号; to be confirmed by the center.',
  ),
  max: 100,
  grades: FOUR_GRADES,
  vetoes: [],
  mustHaves: [],
  dimensions: [
    {
      id: 'budget',
      zh: '预算执行率',
      en: 'Budget execution',
      weight: 10,
      items: [
        itemIfAny(
          'execution',
          '执行率',
          'Rate',
          10,
          ratio(both('实际支出', 'Actual'), both('全年预算', 'Annual budget')),
        ),
      ],
    },
    {
      id: 'output',
      zh: '产出指标',
      en: 'Outputs',
      weight: 50,
      items: [
        item('quantity', '数量', 'Quantity', 15),
        item('quality', '质量', 'Quality', 15),
        item('timeliness', '时效', 'Timeliness', 10),
        itemIfAny('cost', '成本', 'Cost', 10),
      ],
    },
    {
      id: 'benefit',
      zh: '效益指标',
      en: 'Benefits',
      weight: 30,
      items: [
        item('effect', '经济/社会/生态效益', 'Economic, social or ecological effect', 20),
        itemIfAny('lasting-effect', '可持续影响', 'Lasting effect', 10),
      ],
    },
    {
      id: 'satisfaction',
      zh: '满意度指标',
      en: 'Satisfaction',
      weight: 10,
      items: [item('users', '服务对象满意度', "Service users' satisfaction", 10)],
    },
  ],
};
