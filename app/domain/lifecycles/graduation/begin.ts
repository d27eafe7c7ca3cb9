import type { Calendar } from '../../calendar.ts';
import type { Settings } from '../../settings.ts';
import { deadline } from '../deadlines.ts';
import type { GraduationContext } from './facts.ts';

/** What is known of a graduation when an organization becomes a candidate. `evaluationScore` in hundredths of a point. */
export function beginGraduation(start: {
  readonly calendar: Calendar;
  readonly at: string;
  readonly settings: Settings;
  readonly responsibleId: string | null;
  readonly evaluationScore: number;
  readonly mustHavesMet: boolean;
}): GraduationContext {
  return {
    deadlines: {
      graduationApplyDays: deadline(start.calendar, start.at, start.settings.graduationApplyDays, 'wd'),
    },
    late: [],
    recused: [],
    settings: start.settings,
    responsibleId: start.responsibleId,
    number: null,
    evaluationScore: start.evaluationScore,
    mustHavesMet: start.mustHavesMet,
    report: [],
    plan: [],
    facts: {},
    verifiedBy: null,
    returns: [],
    failedBy: {},
    failedLines: [],
    objections: [],
    noticeLeft: null,
    upheldBy: {},
    handedOverBy: {},
    certificate: null,
    visits: [],
    dissolved: false,
    revokedBy: {},
  };
}
