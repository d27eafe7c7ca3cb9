import { numberWords } from '#app/components/lifecycle/words.ts';
import type { ListTable } from '#app/documents/list-file.server.ts';
import type { SheetCell } from '#app/documents/register-workbook.server.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { maskAddress, maskName, maskPhone } from '#app/domain/masking.ts';
import { dayOf } from '#app/i18n/format.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { Exported, ExportedRecord } from '#app/operations/lists/export-records.server.ts';
import type { RegisterRow } from '#db/reads/register.server.ts';

/** A column of a file: its name, and what stands in it for a row. */
type Column<Row> = readonly [head: string, cell: (row: Row, index: number) => SheetCell];

const day = (instant: string | null): SheetCell => (instant === null ? '' : { day: dayOf(instant) });
/** The last day on which it can still be done, as the page says it: a deadline at midnight belongs to the day that ends then. */
const lastDay = (t: Translate, due: string | null): SheetCell =>
  due === null ? '' : { day: t.format.due(due, due).day };
const count = (figure: number | null): SheetCell => (figure === null ? '' : { number: figure });

/** So many lines are written at a time, in a few milliseconds. */
const LINES_AT_ONCE = 50;

function tableOf<Row>(
  t: Translate,
  title: string,
  columns: readonly Column<Row>[],
  { rows, cut }: Exported<Row>,
): ListTable {
  return {
    title,
    head: columns.map(([head]) => head),
    *pieces() {
      for (let from = 0; from < rows.length; from += LINES_AT_ONCE)
        yield rows
          .slice(from, from + LINES_AT_ONCE)
          .map((row, index) => columns.map(([, cell]) => cell(row, from + index)));
      if (cut) yield [[t('lifecycle.export.cut', { count: rows.length })]];
    },
  };
}

const serial = <Row>(t: Translate): Column<Row> => [
  t('lifecycle.export.serial'),
  (_row, index) => ({ number: index + 1 }),
];

/** What became of an application on its way. Its place among others is not here: ties and lots are told on the ranking's own page. */
const milestoneColumns = (t: Translate): readonly Column<ExportedRecord>[] => [
  [
    t('lifecycle.export.screened'),
    ({ milestones }) =>
      milestones?.screened ? t(`lifecycle.export.screened.${milestones.screened.event}`) : '',
  ],
  [t('lifecycle.export.screenedOn'), ({ milestones }) => day(milestones?.screened?.at ?? null)],
  [t('lifecycle.export.noticedOn'), ({ milestones }) => day(milestones?.noticedAt ?? null)],
  [t('lifecycle.export.noticeEndsOn'), ({ milestones }) => day(milestones?.noticeEndsAt ?? null)],
  [t('lifecycle.export.signedOn'), ({ milestones }) => day(milestones?.signedAt ?? null)],
];

/** A list of records as a file: the columns of the page; applications as the center's register of them (入壳申请台账). Scores only where the page shows them. */
export function recordsTable(
  t: Translate,
  lifecycle: LifecycleName,
  scored: boolean,
  exported: Exported<ExportedRecord>,
): ListTable {
  const isApplications = lifecycle === 'application';
  const columns: readonly Column<ExportedRecord>[] = [
    serial(t),
    [t('lifecycle.fact.number'), (row) => (row.number === null ? '' : numberWords(t, lifecycle, row.number))],
    [t('organization.field.organizationName'), (row) => row.organization_name],
    [
      t('lifecycle.list.kind'),
      ({ kind }) =>
        kind === null
          ? ''
          : (t.maybe(`${lifecycle}.kind.${kind}`) ?? t.maybe(`${lifecycle}.track.${kind}`) ?? kind),
    ],
    ...(isApplications
      ? [[t('lifecycle.export.submitted'), (row: ExportedRecord) => day(row.submittedAt)] as const]
      : []),
    [t('lifecycle.list.state'), ({ state }) => t.maybe(`${lifecycle}.state.${state}`) ?? state],
    [t('lifecycle.list.due'), (row) => lastDay(t, row.due_at)],
    ...(scored
      ? [
          [
            t('lifecycle.list.score'),
            ({ score }: ExportedRecord): SheetCell => (score === null ? '' : { points: score / 100 }),
          ] as const,
        ]
      : []),
    ...(isApplications ? milestoneColumns(t) : []),
    [t('lifecycle.fact.responsible'), (row) => row.responsible_name ?? ''],
    [t('lifecycle.list.updated'), (row) => day(row.updated_at)],
  ];
  const title = isApplications
    ? t('lifecycle.export.applications')
    : (t.maybe(`${lifecycle}.list`) ?? t.maybe(`${lifecycle}.title`) ?? lifecycle);
  return tableOf(t, title, columns, exported);
}

/** The register of organizations as a file (社会组织台账). People's names, numbers and addresses are covered, as on the page. */
export function registerTable(t: Translate, exported: Exported<RegisterRow>): ListTable {
  const named = (prefix: string, value: string | null) =>
    value === null ? '' : (t.maybe(`${prefix}.${value}`) ?? value);
  const columns: readonly Column<RegisterRow>[] = [
    serial(t),
    [t('organization.field.organizationName'), (row) => row.name],
    [t('organization.field.registrationType'), (row) => named('registrationType', row.registration_type)],
    [t('organization.field.code'), (row) => row.uscc ?? row.record_no ?? ''],
    [t('organization.field.foundedOn'), (row) => (row.founded_on ? { day: row.founded_on } : '')],
    [t('organization.field.personName'), (row) => (row.person_name ? maskName(row.person_name) : '')],
    [t('organization.field.phone'), (row) => (row.phone ? maskPhone(row.phone) : '')],
    [t('organization.field.community'), (row) => row.community ?? ''],
    [t('organization.field.address'), (row) => (row.address ? maskAddress(row.address) : '')],
    [t('organization.field.scope'), (row) => row.scope ?? ''],
    [t('organization.register.employed'), (row) => count(row.staff_full_time)],
    [t('organization.field.socialWorkers'), (row) => count(row.social_workers)],
    [t('organization.field.partyStatus'), (row) => named('partyStatus', row.party_status)],
    [t('organization.field.rating'), (row) => named('rating', row.rating)],
    [t('organization.field.joinedOn'), (row) => (row.joined_on ? { day: row.joined_on } : '')],
    [t('organization.field.standing'), (row) => named('standing', row.standing)],
    [t('organization.register.remarks'), (row) => remarksOf(t, row)],
  ];
  return tableOf(t, t('organization.register'), columns, exported);
}

/** What a reader of the register must not miss about an organization. */
const remarksOf = (t: Translate, { credit_flag, barred_until }: RegisterRow): string =>
  [
    credit_flag === 'normal' ? null : (t.maybe(`creditFlag.${credit_flag}`) ?? credit_flag),
    barred_until === null ? null : t('organization.register.barredUntil', { date: barred_until }),
  ]
    .filter((remark) => remark !== null)
    .join(t('organization.register.between'));
