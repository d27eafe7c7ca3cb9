/**
 * The figures of a program (孵化项目) that a center may set, each with its default and range
 * ("Default parameters" of the field study; sources there). A record freezes them when it starts.
 * Units: `wd` working days, `d` calendar days, `m` months, `n` a count, `p` points of 100.
 */
export const settingRanges = {
  acceptDays: { default: 2, min: 1, max: 10, unit: 'wd' },
  screeningDays: { default: 5, min: 2, max: 10, unit: 'wd' },
  supplementDays: { default: 10, min: 5, max: 20, unit: 'wd' },
  supplementRounds: { default: 2, min: 0, max: 3, unit: 'n' },
  panelDays: { default: 15, min: 5, max: 30, unit: 'wd' },
  panelSize: { default: 5, min: 3, max: 11, unit: 'n' },
  panelNoticeDays: { default: 3, min: 0, max: 10, unit: 'wd' },
  scoreDays: { default: 1, min: 1, max: 10, unit: 'wd' },
  entryPass: { default: 70, min: 50, max: 90, unit: 'p' },
  waitlistMonths: { default: 6, min: 1, max: 12, unit: 'm' },
  noticeDays: { default: 5, min: 3, max: 10, unit: 'wd' },
  objectionDays: { default: 10, min: 5, max: 20, unit: 'wd' },
  signingDays: { default: 10, min: 5, max: 20, unit: 'wd' },
  onboardingDays: { default: 30, min: 7, max: 90, unit: 'd' },
  termMonths: { default: 12, min: 3, max: 36, unit: 'm' },
  maxExtensions: { default: 1, min: 0, max: 2, unit: 'n' },
  termCap: { default: 24, min: 12, max: 36, unit: 'm' },
  midtermLateDays: { default: 15, min: 0, max: 60, unit: 'd' },
  midtermPass: { default: 60, min: 50, max: 90, unit: 'p' },
  rectificationDays: { default: 30, min: 7, max: 60, unit: 'd' },
  finalLead: { default: 60, min: 30, max: 120, unit: 'd' },
  graduationPass: { default: 80, min: 60, max: 95, unit: 'p' },
  conditionalFrom: { default: 60, min: 40, max: 80, unit: 'p' },
  extensionReviewDays: { default: 10, min: 5, max: 20, unit: 'wd' },
  handoverDays: { default: 15, min: 5, max: 30, unit: 'wd' },
  appealDays: { default: 5, min: 3, max: 10, unit: 'wd' },
  appealReviewDays: { default: 10, min: 5, max: 20, unit: 'wd' },
  barMonthsForced: { default: 24, min: 0, max: 60, unit: 'm' },
  barMonthsVoluntary: { default: 6, min: 0, max: 60, unit: 'm' },
  selfAssessmentDays: { default: 10, min: 5, max: 20, unit: 'wd' },
  visitNoticeDays: { default: 10, min: 0, max: 20, unit: 'wd' },
  resultNoticeDays: { default: 5, min: 3, max: 10, unit: 'wd' },
  graduationApplyDays: { default: 20, min: 5, max: 40, unit: 'wd' },
  reportReadDays: { default: 5, min: 2, max: 10, unit: 'wd' },
  resubmitDays: { default: 3, min: 1, max: 10, unit: 'wd' },
} as const;

export type SettingName = keyof typeof settingRanges;

/** The figures of one program version, and its switches. */
export type Settings = Readonly<Record<SettingName, number>> & {
  /** Notices count calendar days instead of working days (both are in use: 5 wd; 7 calendar days in Suzhou). */
  readonly noticeInCalendarDays: boolean;
  /** Who decides on admission: the center's director, or the supervisor of the region. */
  readonly decider: 'director' | 'supervisor';
};

/** The defaults, with what is given instead. */
export function settingsWith(changes: Partial<Settings> = {}): Settings {
  const numbers = Object.fromEntries(
    Object.entries(settingRanges).map(([name, range]) => [name, range.default]),
  ) as Record<SettingName, number>;
  return { ...numbers, noticeInCalendarDays: false, decider: 'director', ...changes };
}
