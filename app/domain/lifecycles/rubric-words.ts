import type { BothLanguages, Rubric, RubricItem, Rule } from '../rubrics.ts';
import type { RubricInWords } from './content.ts';

/** A rubric as people read it: every item with the rule by which its points are found. */
export function rubricInWords(rubric: Rubric): RubricInWords {
  return {
    basis: bare(rubric.basis),
    dimensions: rubric.dimensions.map((dimension) => ({
      id: dimension.id,
      label: bare(dimension),
      weight: dimension.weight,
      items: dimension.items.map((item) => ({
        id: item.id,
        label: bare(item),
        max: item.max,
        how: ruleInWords(item),
      })),
    })),
    mustHaves: rubric.mustHaves.map(bare),
    vetoes: rubric.vetoes.map(bare),
  };
}

const bare = ({ zh, en }: BothLanguages): BothLanguages => ({ zh, en });

function ruleInWords({ rule, max, mayBeNotApplicable }: RubricItem): readonly BothLanguages[] {
  return [
    ...wordsOf(rule, max),
    ...(mayBeNotApplicable ? [{ zh: '可以记为不适用', en: 'May be set aside as not applicable' }] : []),
  ];
}

function wordsOf(rule: Rule, max: number): readonly BothLanguages[] {
  switch (rule.kind) {
    case 'allOrNothing':
      return [{ zh: `${rule.when.zh}：${max} 分，否则 0 分`, en: `${rule.when.en}: ${max}, otherwise 0` }];
    case 'steps':
      return [
        ...(rule.measure ? [bare(rule.measure)] : []),
        ...rule.steps.map((s) => ({ zh: `${s.zh}：${s.points} 分`, en: `${s.en}: ${s.points}` })),
      ];
    case 'ratio': {
      const plan = rule.fixedPlan ?? null;
      const least = rule.minimumPercent;
      return [
        {
          zh: `${rule.actual.zh} ÷ ${plan ?? rule.plan.zh} × ${max} 分`,
          en: `${rule.actual.en} ÷ ${plan ?? rule.plan.en} × ${max}`,
        },
        ...(least === undefined ? [] : [{ zh: `低于 ${least}%：0 分`, en: `Below ${least} %: 0` }]),
      ];
    }
    case 'perUnit':
      return [
        {
          zh: `${rule.unit.zh}：满 ${rule.baseUnits} 得 ${rule.basePoints} 分，每多 1 加 ${rule.perExtra} 分，最高 ${rule.cap} 分`,
          en: `${rule.unit.en}: ${rule.basePoints} for ${rule.baseUnits}, ${rule.perExtra} for each one more, at most ${rule.cap}`,
        },
      ];
    case 'deduction':
      return [
        {
          zh: `${rule.counted.zh}：每 1 扣 ${rule.each} 分`,
          en: `${rule.counted.en}: ${rule.each} off for each`,
        },
        ...(rule.veto ? [{ zh: `${rule.veto.zh}：一票否决`, en: `${rule.veto.en}: fails the whole` }] : []),
      ];
    case 'parts':
      return rule.parts.map((p) => ({ zh: `${p.zh}：0–${p.max} 分`, en: `${p.en}: 0–${p.max}` }));
    case 'judgement':
      return [rule.guide ? bare(rule.guide) : { zh: '由专家评定', en: 'At the assessor’s judgement' }];
  }
}
