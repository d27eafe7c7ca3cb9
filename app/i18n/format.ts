import { scoreWritten } from '#app/domain/scoring/written.ts';
import type { MessageKey } from './catalogue.ts';
import type { Locale } from './locale.ts';

type Say = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string;

/** How long until a day, or since it. */
export interface Due {
  /** The day in question, `YYYY-MM-DD`, in the center's time zone. */
  readonly day: string;
  /** Whole days from today to the day; negative when it is over. */
  readonly days: number;
  readonly late: boolean;
  /** "11月28日 周六" */
  readonly date: string;
  /** "还有 4 天", "今天", "逾期 2 天" */
  readonly away: string;
}

/**
 * Writes values in one language. Dates are `YYYY-MM-DD`, instants ISO in UTC and shown in the center's
 * time zone, money is in fen. What depends on the present is handed `now` (an instant).
 */
export interface Format {
  /** "2026年11月28日" */
  date(day: string): string;
  /** "11月28日 周六"; with the year when it is not the year of `now`. */
  weekday(day: string, now: string): string;
  /** "12月4日–10日", from a day to a day, with years where they differ from that of `now`. */
  range(from: string, to: string, now: string): string;
  /** "11月20日 16:40"; with the year when it is not the year of `now`, or always without `now`. */
  instant(instant: string, now?: string): string;
  /** "16:40" */
  time(instant: string): string;
  /** "2026年11月" of `2026-11` or of a day in it. */
  month(day: string): string;
  /** A deadline, given as a day (over at its end) or as an instant (over from then on). */
  due(deadline: string, now: string): Due;
  /** "11月28日 周六，还有 4 天" */
  dueText(deadline: string, now: string): string;
  /** "1,234.50 元" of fen. */
  money(fen: number): string;
  /** "1,234.50" of fen, for columns whose head says the unit. */
  amount(fen: number): string;
  /** "12,345"; at most two decimals. */
  number(value: number): string;
  /** "73.10" of 73.1 points: every score, so that one is as exact as the other. */
  score(points: number): string;
  /** "62%" of 0.62; one decimal where it says something. */
  percent(ratio: number): string;
  /** "1.2 MB" of bytes. */
  fileSize(bytes: number): string;
  /** "甲、乙和丙" */
  list(items: readonly string[]): string;
}

const EIGHT_HOURS = 8 * 3_600_000;
const DAY = 86_400_000;

/** More days than a process ever shows at a time; then it begins anew. */
const MOST_DAYS = 2_000;

/** The same words for the same day or instant: a page says few of them many times, and dates take their time. */
function remembering(say: (when: string) => string): (when: string) => string {
  const said = new Map<string, string>();
  return (when) => {
    const before = said.get(when);
    if (before !== undefined) return before;
    if (said.size >= MOST_DAYS) said.clear();
    const words = say(when);
    said.set(when, words);
    return words;
  };
}

/** The day in Asia/Shanghai (UTC+8, no summer time since 1991) at an instant, as `YYYY-MM-DD`. */
export const dayOf = remembering((instant) =>
  new Date(Date.parse(instant) + EIGHT_HOURS).toISOString().slice(0, 10),
);

const clockOf = remembering((instant) =>
  new Date(Date.parse(instant) + EIGHT_HOURS).toISOString().slice(11, 16),
);

/** The day that ends at an instant or holds it: midnight belongs to the day before ("24:00", not "0:00 of the next"). */
const dayEndingAt = remembering((instant) => dayOf(new Date(Date.parse(instant) - 1).toISOString()));

const noon = (day: string): Date => new Date(`${day}T12:00:00.000Z`);

/** A day's number in a count without gaps. */
const numberOf = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY;

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  from === to ? 0 : numberOf(to) - numberOf(from);

/** "1,234.50" of fen; the same in both languages, and exact for every safe integer. */
export function amountOfFen(fen: number): string {
  const digits = String(Math.abs(Math.trunc(fen))).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

/** The formatters of a language, created once. `say` lends the few words they need. */
export function createFormat(locale: Locale, say: Say): Format {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return remembering((day: string) => format.format(noon(day)));
  };
  const month = locale === 'en' ? 'short' : 'long';
  const withYear = dates({ year: 'numeric', month, day: 'numeric' });
  const withoutYear = dates({ month, day: 'numeric' });
  const monthOnly = dates({ year: 'numeric', month: 'long' });
  const weekdayName = dates({ weekday: 'short' });
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction', style: 'long' });

  const short = (day: string, now: string) =>
    day.slice(0, 4) === dayOf(now).slice(0, 4) ? withoutYear(day) : withYear(day);

  const due = (deadline: string, now: string): Due => {
    const isDay = deadline.length === 10;
    const day = isDay ? deadline : dayEndingAt(deadline);
    const days = daysBetween(dayOf(now), day);
    const late = isDay ? days < 0 : Date.parse(now) >= Date.parse(deadline);
    return { day, days, late, date: format.weekday(day, now), away: away(days, late) };
  };

  const away = (days: number, late: boolean): string => awayIn(`${late ? 'late' : ''}${days}`);
  const awayIn = remembering((when) => {
    const late = when.startsWith('late');
    const days = Number(late ? when.slice(4) : when);
    if (late) return days === 0 ? say('ui.due.lateToday') : say('ui.due.late', { days: -days });
    if (days === 0) return say('ui.due.today');
    return days === 1 ? say('ui.due.tomorrow') : say('ui.due.inDays', { days });
  });

  const withWeekday = (date: (day: string) => string) =>
    remembering((day) => say('ui.date.weekday', { date: date(day), weekday: weekdayName(day) }));
  const weekdayThisYear = withWeekday(withoutYear);
  const weekdayWithYear = withWeekday(withYear);

  const format: Format = {
    date: withYear,
    weekday: (day, now) =>
      day.slice(0, 4) === dayOf(now).slice(0, 4) ? weekdayThisYear(day) : weekdayWithYear(day),
    range: (from, to, now) => {
      const sameMonth = from.slice(0, 7) === to.slice(0, 7);
      const params = { from: short(from, now), to: short(to, now), fromDay: Number(from.slice(8)) };
      if (from === to) return params.to;
      return sameMonth
        ? say('ui.date.rangeInMonth', { ...params, toDay: Number(to.slice(8)) })
        : say('ui.date.range', params);
    },
    instant: (instant, now) => {
      const day = dayOf(instant);
      return `${now === undefined ? withYear(day) : short(day, now)} ${clockOf(instant)}`;
    },
    time: clockOf,
    month: (day) => monthOnly(`${day.slice(0, 7)}-01`),
    due,
    dueText: (deadline, now) => {
      const { date, away } = due(deadline, now);
      return say('ui.due.text', { date, away });
    },
    money: (fen) => say('ui.money', { amount: amountOfFen(fen) }),
    amount: amountOfFen,
    number: (value) => numbers.format(value),
    score: scoreWritten,
    percent: (ratio) => percents.format(ratio),
    fileSize: (bytes) => fileSize(bytes, numbers),
    list: (items) => lists.format(items),
  };
  return format;
}

const SIZES = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

function fileSize(bytes: number, numbers: Intl.NumberFormat): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < SIZES.length - 1) {
    value /= 1024;
    step += 1;
  }
  const shown = step === 0 || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${numbers.format(shown)} ${SIZES[step]}`;
}
