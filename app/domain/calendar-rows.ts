import { isRealDate } from './calendar.ts';
import { cleanText, plainFigures } from './forms/plain-text.ts';
import { done, type Refusal, type Result, refusal } from './refusal.ts';

/** One row of a holiday table as it was pasted. */
export interface CalendarRow {
  readonly date: string;
  readonly isWorkingDay: boolean;
  readonly note: string;
}

const offWords = ['休', '放假', '休息', 'off', 'holiday', '0', '否'];
const workWords = ['班', '上班', '调休', '补班', 'work', 'working', '1', '是'];
const datePattern = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;

/**
 * Reads the holiday table of a year as offices paste it: one day a line, the date, whether it is off or worked,
 * and why (`2027-01-01 休 元旦`); separated by spaces, tabs or commas. Blank lines are skipped.
 * Refusals, each with its line: `calendar.rowDate`, `calendar.rowYear`, `calendar.rowIs`, `calendar.rowTwice`;
 * and `calendar.noRows`.
 */
export function readCalendarRows(text: string, year: number): Result<readonly CalendarRow[]> {
  const rows: CalendarRow[] = [];
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  for (const [i, line] of text.split('\n').entries()) {
    if (cleanText(line) === '') continue;
    const read = readRow(plainFigures(line), year);
    if ('code' in read) refusals.push({ ...read, params: { ...read.params, line: i + 1 } });
    else if (seen.has(read.date))
      refusals.push(refusal('calendar.rowTwice', { date: read.date, line: i + 1 }));
    else {
      seen.add(read.date);
      rows.push(read);
    }
  }
  if (refusals.length > 0) return { ok: false, refusals };
  return rows.length > 0 ? done(rows) : { ok: false, refusals: [refusal('calendar.noRows')] };
}

function readRow(line: string, year: number): CalendarRow | Refusal {
  const match = datePattern.exec(line);
  const date = match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : '';
  if (match === null || !isRealDate(date)) return refusal('calendar.rowDate');
  if (Number(date.slice(0, 4)) !== year) return refusal('calendar.rowYear', { year });
  const [is = '', ...rest] = line
    .slice(match[0].length)
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '');
  const word = is.toLowerCase();
  const off = offWords.includes(word);
  if (!off && !workWords.includes(word)) return refusal('calendar.rowIs', { word: is });
  return { date, isWorkingDay: !off, note: rest.join(' ').slice(0, 40) };
}
