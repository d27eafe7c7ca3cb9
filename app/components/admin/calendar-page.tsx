import { calendarOf } from '#app/domain/calendar.ts';
import { dayFields, shippedYearFields, yearFields } from '#app/domain/forms/admin-forms.ts';
import { paths } from '#app/paths.ts';
import { Form, type FormError, type RawValues } from '../forms/index.ts';
import { Stack } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { Fold } from '../ui/fold.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AdminPage, atCenter } from './admin-page.tsx';
import { YearView } from './year-view.tsx';

export interface CalendarPageProps {
  readonly view: {
    readonly center: { readonly id: string };
    readonly centers: readonly { readonly id: string; readonly name: string }[];
    readonly year: number;
    readonly years: readonly number[];
    /** Years for which a table is known. */
    readonly known: readonly number[];
    readonly shipped: readonly number[];
    readonly days: readonly {
      readonly date: string;
      readonly isWorkingDay: boolean;
      readonly note: string;
    }[];
    /** The day whose form is open. */
    readonly day: { readonly date: string; readonly raw: RawValues } | null;
    readonly key: string;
    readonly done: string | null;
    /** How many records' deadlines moved with the last change. */
    readonly moved: number | null;
  };
  readonly answer?: { readonly of: string; readonly errors: readonly FormError[]; readonly raw: RawValues };
}

/** The working days of a center, year by year; a day can be changed, a year's table brought in. */
export function CalendarPage({ view, answer }: CalendarPageProps) {
  const t = useTranslate();
  const now = useNow();
  const { year, day } = view;
  const known = view.known.includes(year);
  const base = atCenter(paths.admin('calendar'), view.center.id);
  const ofYear = `${base}&year=${year}`;
  const drawn = (of: string, raw: RawValues = {}) => ({
    values: answer?.of === of ? answer.raw : raw,
    errors: answer?.of === of ? answer.errors : [],
    idempotencyKey: `${view.key}-${of}`,
  });
  return (
    <AdminPage
      title={t('admin.calendar.title')}
      lead={t('admin.calendar.about')}
      done={view.done}
      centers={{ part: 'calendar', id: view.center.id, all: view.centers }}
    >
      <Stack>
        {view.moved !== null && (
          <Notice tone="good" live>
            {t('admin.calendar.moved', { count: view.moved })}
          </Notice>
        )}
        {day && (
          <Card title={t.format.weekday(day.date, now)} note={day.date.slice(0, 4)} id="day">
            <Form
              action={`${ofYear}&day=${day.date}`}
              hidden={{ intent: 'day', date: day.date }}
              fields={dayFields}
              {...drawn('day', day.raw)}
              submit={t('ui.button.save')}
              secondary={<a href={ofYear}>{t('ui.button.cancel')}</a>}
            >
              <p className="soft small">{t('admin.calendar.recomputes')}</p>
            </Form>
          </Card>
        )}
        <Tabs
          label={t('admin.calendar.years')}
          items={view.years.map((each) => ({
            href: `${base}&year=${each}`,
            label: String(each),
            current: each === year,
          }))}
        />
        {!known && (
          <Notice tone="attention" title={t('admin.calendar.missing', { year: String(year) })}>
            <p>{t('admin.calendar.missingLead')}</p>
          </Notice>
        )}
        <Card>
          <YearView
            year={year}
            calendar={calendarOf(view.days, view.known)}
            notes={new Map(view.days.map((d) => [d.date, d.note]))}
            hrefOf={(date) => `${ofYear}&day=${date}#day`}
          />
        </Card>
        <Fold summary={t('admin.calendar.import')} id="import" open={!known || answer?.of === 'rows'}>
          <Form
            action={`${ofYear}#import`}
            hidden={{ intent: 'rows' }}
            fields={yearFields}
            {...drawn('rows', { year: String(year) })}
            submit={t('admin.calendar.import')}
            submitLook="quiet"
          >
            <p className="soft small">{t('admin.calendar.replaces')}</p>
          </Form>
        </Fold>
        {view.shipped.length > 0 && (
          <Fold summary={t('admin.calendar.takeShipped')} id="shipped" open={answer?.of === 'shipped'}>
            <Form
              action={`${ofYear}#shipped`}
              hidden={{ intent: 'shipped' }}
              fields={shippedYearFields()}
              {...drawn('shipped')}
              submit={t('admin.calendar.takeShipped')}
              submitLook="quiet"
            >
              <p className="soft small">{t('admin.calendar.replaces')}</p>
            </Form>
          </Fold>
        )}
      </Stack>
    </AdminPage>
  );
}
