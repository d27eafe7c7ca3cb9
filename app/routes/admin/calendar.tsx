import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { atCenter } from '#app/components/admin/admin-page.tsx';
import { CalendarPage } from '#app/components/admin/calendar-page.tsx';
import { isRealDate } from '#app/domain/calendar.ts';
import { shippedYears } from '#app/domain/chinese-calendar-days.ts';
import { dayFields, shippedYearFields, yearFields } from '#app/domain/forms/admin-forms.ts';
import { numberOf, textOf } from '#app/domain/forms/values.ts';
import {
  demandCenter,
  doneAt,
  drawing,
  drawnAgain,
  judged,
  readAdmin,
  todayAt,
} from '#app/http/admin-door.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { translator } from '#app/i18n/translate.ts';
import {
  importCalendarYear,
  setCalendarDay,
  takeShippedYear,
} from '#app/operations/admin/calendar.server.ts';
import { paths } from '#app/paths.ts';
import { daysOfYear, knownYears } from '#db/reads/admin-overview.server.ts';

const yearIn = (text: string | null, otherwise: number): number =>
  text !== null && /^20\d\d$/.test(text) ? Number(text) : otherwise;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { center, centers } = await demandCenter(door, request, 'calendar.edit');
  const db = door.house.store.read;
  const search = new URL(request.url).searchParams;
  const thisYear = Number(todayAt(door).slice(0, 4));
  const asked = search.get('day') ?? '';
  const date = isRealDate(asked) ? asked : null;
  const year = yearIn(date?.slice(0, 4) ?? search.get('year'), thisYear);
  const days = (await daysOfYear(db, center.id, year)).map((d) => ({
    date: d.date,
    isWorkingDay: d.is_working_day === 1,
    note: d.note,
  }));
  const set = days.find((d) => d.date === date);
  const is = set === undefined ? 'weekday' : set.isWorkingDay ? 'working' : 'off';
  const moved = search.get('moved');
  return {
    title: translator(door.locale)('admin.calendar.title'),
    view: {
      center: { id: center.id },
      centers,
      year,
      years: [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, year])].sort(),
      known: await knownYears(db, center.id),
      shipped: shippedYears(),
      days,
      day: date === null ? null : { date, raw: { is, note: set?.note ?? '' } },
      ...drawing(request),
      moved: moved !== null && /^\d{1,7}$/.test(moved) ? Number(moved) : null,
    },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer, center } = await demandCenter(door, request, 'calendar.edit');
  const read = await readAdmin(door, request, viewer);
  if (!read.ok) return read.answer;
  const asked = { ...read.asked, centerId: center.id };
  const fields = read.of === 'day' ? dayFields : read.of === 'shipped' ? shippedYearFields() : yearFields;
  const judgedValues = judged(door, read.sent, fields);
  if (!judgedValues.ok) return drawnAgain(read, judgedValues.refusals);
  const values = judgedValues.value;
  const date = read.sent.input.get('date') ?? '';
  const year = read.of === 'shipped' ? Number(textOf(values, 'year')) : (numberOf(values, 'year') ?? 0);
  const changed =
    read.of === 'day'
      ? await setCalendarDay(door.house, {
          ...asked,
          date,
          is: textOf(values, 'is') as 'working' | 'off' | 'weekday',
          note: textOf(values, 'note'),
        })
      : read.of === 'shipped'
        ? await takeShippedYear(door.house, { ...asked, year })
        : await importCalendarYear(door.house, { ...asked, year, rows: textOf(values, 'rows') });
  if (!changed.ok) return drawnAgain(read, changed.refusals);
  const shown = read.of === 'day' ? date.slice(0, 4) : String(year);
  const here = `${atCenter(paths.admin('calendar'), center.id)}&year=${shown}`;
  throw doneAt(`${here}&moved=${changed.value.changed}`, 'saved');
}

export default function CalendarRoute() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CalendarPage view={view} {...(answer ? { answer } : {})} />;
}
