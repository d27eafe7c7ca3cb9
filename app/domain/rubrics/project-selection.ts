import type { Rubric } from '../rubrics.ts';
import { both, item } from './compose.ts';

/** 项目立项评审: which proposals of a call are funded. */
export const projectSelection: Rubric = {
  id: 'project-selection',
  version: 1,
  zh: '项目立项评审表',
  en: 'Project selection',
  basis: both(
    '设计值；某区草案（番禺）评审会7–11人、单数；县级3或5人。',
    'A design; panels of 7–11, odd, in a city draft (Panyu); 3 or 5 in counties.',
  ),
  max: 100,
  pass: 70,
  tieDimension: 'need',
  vetoes: [],
  mustHaves: [],
  dimensions: [
    {
      id: 'need',
      zh: '需求分析',
      en: 'Need analysis',
      weight: 20,
      items: [
        item('evidence', '问题真实', 'Evidence', 12),
        item('target-group', '对象清晰', 'Target group', 8),
      ],
    },
    {
      id: 'targets',
      zh: '目标与指标',
      en: 'Targets',
      weight: 15,
      items: [item('measurable', '可衡量', 'Measurable', 8), item('fit', '匹配需求', 'Fit with the need', 7)],
    },
    {
      id: 'plan',
      zh: '实施方案',
      en: 'Plan',
      weight: 25,
      items: [
        item('design', '活动设计', 'Design', 12),
        item('schedule', '进度与分工', 'Schedule and division of work', 6),
        item('risk', '风险预案', 'Risk plan', 7),
      ],
    },
    {
      id: 'team',
      zh: '团队与执行力',
      en: 'Team',
      weight: 15,
      items: [
        item('experience', '经验', 'Track record', 8),
        item('professionals', '专业人员', 'Licensed people', 7),
      ],
    },
    {
      id: 'budget',
      zh: '预算',
      en: 'Budget',
      weight: 15,
      items: [item('reasonable', '合理', 'Reasonable', 9), item('within-caps', '合规', 'Within the caps', 6)],
    },
    {
      id: 'innovation',
      zh: '创新与可持续',
      en: 'Innovation',
      weight: 10,
      items: [item('new', '创新', 'Innovation', 5), item('sustainable', '可持续', 'Sustainability', 5)],
    },
  ],
};
