import { addDays, addMonths, type Calendar, isWorkingDay } from '#app/domain/calendar.ts';
import { useNow, useTranslate } from '../ui/locale.tsx';

export interface YearViewProps {
  readonly year: number;
  readonly calendar: Calendar;
  readonly notes: ReadonlyMap<string, string>;
  readonly hrefOf: (date: string) => string;
}

/** The twelve months of a year; days off are tinted and say so, worked weekends too. Each day leads to its form. */
export function YearView({ year, calendar, notes, hrefOf }: YearViewProps) {
  const months = Array.from({ length: 12 }, (_, i) => addMonths(`${year}-01-01`, i));
  return (
    <div className="grid items-start gap-6 wide:grid-cols-2 desk:grid-cols-3">
      {months.map((first) => (
        <Month key={first} first={first} calendar={calendar} notes={notes} hrefOf={hrefOf} />
      ))}
    </div>
  );
}

interface MonthProps extends Omit<YearViewProps, 'year'> {
  readonly first: string;
}

function Month({ first, calendar, notes, hrefOf }: MonthProps) {
  const t = useTranslate();
  const weekdays = t('admin.calendar.weekdays').split(' ');
  return (
    <table className="w-full table-fixed text-center num">
      <caption className="pb-1 text-left font-bold">{t.format.month(first)}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col" className="soft small font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((date, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has no other identity than its weekday
              <td key={i} className="p-0">
                {date && <Day date={date} calendar={calendar} note={notes.get(date)} href={hrefOf(date)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly date: string;
  readonly calendar: Calendar;
  readonly note: string | undefined;
  readonly href: string;
}

function Day({ date, calendar, note, href }: DayProps) {
  const t = useTranslate();
  const now = useNow();
  const worked = isWorkingDay(calendar, date);
  const special = calendar.days.has(date);
  const kind = t(worked ? 'admin.calendar.working' : 'admin.calendar.off');
  return (
    <a
      href={href}
      title={note || undefined}
      aria-label={[t.format.weekday(date, now), kind, note].filter(Boolean).join(' ')}
      className={`block min-h-11 rounded-small py-1 no-underline ${worked ? '' : 'bg-tint'}`}
    >
      <span className={worked ? '' : 'soft'}>{Number(date.slice(8))}</span>
      <span
        className={`small block leading-none ${worked ? 'text-attention' : 'text-good'}`}
        aria-hidden="true"
      >
        {special ? t(worked ? 'admin.calendar.mark.working' : 'admin.calendar.mark.off') : '\u00a0'}
      </span>
    </a>
  );
}

/** The days of a month in weeks from Monday, with empty places before the first and after the last. */
export function weeksOf(first: string): readonly (readonly (string | null)[])[] {
  const next = addMonths(first, 1);
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: (string | null)[] = Array.from({ length: lead }, () => null);
  for (let day = first; day < next; day = addDays(day, 1)) days.push(day);
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7));
}
