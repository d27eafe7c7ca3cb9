import { addDays, addMonths } from '../../calendar.ts';
import type { Words } from '../../words.ts';

/** Monthly 月报 (a funded project), quarterly 季报 (an incubation), half-yearly, yearly 年报. */
export const reportKinds = ['monthly', 'quarterly', 'halfyearly', 'yearly'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A stretch of the calendar that one report tells of, both days included. */
export interface Period {
  readonly kind: ReportKind;
  /** 'YYYY-MM', 'YYYY-Qn', 'YYYY-Hn' or 'YYYY'. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

const monthsIn: Readonly<Record<ReportKind, number>> = {
  monthly: 1,
  quarterly: 3,
  halfyearly: 6,
  yearly: 12,
};

/** Days after a period's end on which its report is due: the 5th, the 10th, the 20th, 31 January. */
const daysToReport: Readonly<Record<ReportKind, number>> = {
  monthly: 5,
  quarterly: 10,
  halfyearly: 20,
  yearly: 31,
};

/** The date on which the report of a period is due. */
export const dueDateOf = (period: Period): string => addDays(period.to, daysToReport[period.kind]);

/** The period of the calendar that a date lies in. */
export function periodOf(kind: ReportKind, date: string): Period {
  const year = date.slice(0, 4);
  const length = monthsIn[kind];
  const index = Math.floor((Number(date.slice(5, 7)) - 1) / length);
  const from = `${year}-${String(index * length + 1).padStart(2, '0')}-01`;
  return { kind, key: keyOf(kind, year, index + 1), from, to: addDays(addMonths(from, length), -1) };
}

function keyOf(kind: ReportKind, year: string, number: number): string {
  switch (kind) {
    case 'monthly':
      return `${year}-${String(number).padStart(2, '0')}`;
    case 'quarterly':
      return `${year}-Q${number}`;
    case 'halfyearly':
      return `${year}-H${number}`;
    case 'yearly':
      return year;
  }
}

/** How a period is called: `2026年第3季度`. */
export const periodWords = ({ kind, key }: Pick<Period, 'kind' | 'key'>): Words => ({
  key: `content.period.${kind}`,
  params: { year: key.slice(0, 4), number: Number(key.slice(5).replace(/\D/g, '')) },
});

/** The kind of period that a key names, by its shape; null where it names none. */
export function kindOfKey(key: string): ReportKind | null {
  const [, part] = /^\d{4}(?:-(Q|H|\d)\d)?$/.exec(key) ?? [null, null];
  if (part === null) return null;
  if (part === undefined) return 'yearly';
  return part === 'Q' ? 'quarterly' : part === 'H' ? 'halfyearly' : 'monthly';
}

/** The periods of a kind that end within a term; the first begins with the term. */
export function periodsWithin(kind: ReportKind, startsOn: string, endsOn: string): readonly Period[] {
  const periods: Period[] = [];
  for (let p = periodOf(kind, startsOn); p.to <= endsOn; p = periodOf(kind, addDays(p.to, 1))) {
    periods.push(p.from < startsOn ? { ...p, from: startsOn } : p);
  }
  return periods;
}
