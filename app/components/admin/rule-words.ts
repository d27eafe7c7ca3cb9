import type { RubricItem } from '#app/domain/rubrics.ts';
import type { Translate } from '#app/i18n/translate.ts';

/** How the points of an item are found, said in sentences. */
export function ruleLines(t: Translate, item: RubricItem): readonly string[] {
  const { rule, max } = item;
  const n = t.format.number;
  switch (rule.kind) {
    case 'judgement':
      return [t('admin.rule.judgement', { max: n(max) }), ...(rule.guide ? [t.words(rule.guide)] : [])];
    case 'allOrNothing':
      return [t('admin.rule.allOrNothing', { max: n(max), when: t.words(rule.when) })];
    case 'steps':
      return [
        ...(rule.measure ? [t('admin.rule.measure', { measure: t.words(rule.measure) })] : []),
        ...rule.steps.map((step) => t('admin.rule.step', { what: t.words(step), points: n(step.points) })),
      ];
    case 'ratio':
      return [
        t('admin.rule.ratio', {
          max: n(max),
          actual: t.words(rule.actual),
          plan: rule.fixedPlan === undefined ? t.words(rule.plan) : n(rule.fixedPlan),
        }),
        ...(rule.minimumPercent ? [t('admin.rule.ratioMinimum', { percent: rule.minimumPercent })] : []),
      ];
    case 'perUnit':
      return [
        t('admin.rule.perUnit', {
          unit: t.words(rule.unit),
          baseUnits: n(rule.baseUnits),
          basePoints: n(rule.basePoints),
          perExtra: n(rule.perExtra),
          cap: n(rule.cap),
        }),
      ];
    case 'deduction':
      return [
        t('admin.rule.deduction', { counted: t.words(rule.counted), each: n(rule.each), max: n(max) }),
        ...(rule.veto ? [t('admin.rule.deductionVeto', { veto: t.words(rule.veto) })] : []),
      ];
    case 'parts':
      return rule.parts.map((part) => t('admin.rule.part', { what: t.words(part), points: n(part.max) }));
  }
}
