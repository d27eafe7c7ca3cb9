import type { rubrics as zh } from '../zh-CN/rubrics.ts';

/** Sentences of amounts, of score sheets and of rubrics: what may be wrong with them, and how an outcome came about. */
export const rubrics = {
  'refusal.money.format': 'Enter an amount, such as 1234.50',
  'refusal.money.negative': 'The amount cannot be below zero',
  'refusal.money.decimals': 'An amount has at most {most} decimals: it goes to the fen',
  'refusal.money.tooLarge': 'The amount is too large: at most {most} yuan',

  'refusal.scoring.missing': 'Score this criterion',
  'refusal.scoring.answer': 'Fill this in as the scale anchor of the criterion asks',
  'refusal.scoring.planMissing': 'Fill this in: the points follow from the two figures',
  'refusal.scoring.range': 'Points lie between 0 and {max}',
  'refusal.scoring.decimals': 'Points have at most {most} decimals',
  'refusal.scoring.step': 'Choose one of the steps listed',
  'refusal.scoring.part': 'Score each part',
  'refusal.scoring.comment': 'The points are below {percent}% of the criterion: say why',
  'refusal.scoring.notApplicable': 'This criterion cannot be set aside as not applicable: score it',
  'refusal.scoring.tooLittleLeft':
    'Too much is set aside as not applicable: at least {percent}% of the weight has to remain',
  'refusal.scoring.unknownItem': 'The rubric has no such criterion',
  'refusal.scoring.unknownVeto': 'The rubric has no such veto',
  'refusal.scoring.mustHave': 'Say whether this must-have is met',
  'refusal.scoring.bonusReason': 'Say what the bonus is for',
  'refusal.scoring.noSheet': 'No score sheet is locked yet',
  'refusal.scoring.twice': 'One assessor has two locked score sheets',
  'refusal.scoring.belowPass': 'The score is {score}, below the pass mark of {pass}',
  'refusal.scoring.vetoed': 'There is a ground of veto',
  'refusal.scoring.mustHaveMissing': 'A must-have is not met',

  'refusal.rubric.words': 'Give the name in Chinese and in English',
  'refusal.rubric.max': 'The maximum has to be above 0',
  'refusal.rubric.number': 'Enter a number',
  'refusal.rubric.weights': 'The weights sum to {sum}; they have to equal the maximum, {whole}',
  'refusal.rubric.weight': 'A weight has to be above 0',
  'refusal.rubric.items':
    'The criteria of this dimension sum to {sum}; they have to equal its weight, {whole}',
  'refusal.rubric.points': 'The points of a criterion have to be above 0',
  'refusal.rubric.rule': 'The scale anchor has to reach just the {max} points of the criterion, and no more',
  'refusal.rubric.id': 'The id “{id}” is used twice or is empty',
  'refusal.rubric.pass': 'The pass mark lies between 0 and {max}',
  'refusal.rubric.conditional': 'The conditional mark lies between 0 and the pass mark',
  'refusal.rubric.bonus': 'The most for a bonus lies between 0 and {max}',
  'refusal.rubric.tieDimension': 'The dimension that decides a tie is not in this rubric',
  'refusal.rubric.grades': 'Grades go from the highest down, none from below 0',
} as const satisfies Record<keyof typeof zh, string>;
