/**
 * How a score is put together: points of items → total of a sheet → score of a panel → rank and outcome.
 * Exact to the end and rounded there once, half up to two decimals; grades and outcomes go by the rounded score.
 */
export {
  budgetExecutionRate,
  completionRate,
  type DueThing,
  onTimeRate,
  requiredSample,
  type Satisfaction,
  type SurveyResponse,
  satisfaction,
} from './scoring/formulas.ts';
export {
  type FinalVerdict,
  finalVerdict,
  gradeOf,
  type PanelMustHaves,
  type PassOutcome,
  panelMustHaves,
  passOutcome,
  type Scored,
  vetoWords,
} from './scoring/outcome.ts';
export {
  DEFAULT_PANEL_RULES,
  type PanelRules,
  type PanelScore,
  type PanelSheet,
  panelScore,
  type ToldMean,
  toldMeans,
} from './scoring/panel.ts';
export { type RankDecider, type RankEntry, type Ranked, rankApplications } from './scoring/ranking.ts';
export {
  checkSheet,
  DEFAULT_SHEET_RULES,
  type DimensionPoints,
  LEAST_WEIGHT_PERCENT,
  type Sheet,
  type SheetItem,
  type SheetRules,
  type SheetTotal,
  sheetTotal,
} from './scoring/sheet.ts';
export { scoreWritten } from './scoring/written.ts';
