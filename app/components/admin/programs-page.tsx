import { programFields, unitKey } from '#app/domain/forms/program-form.ts';
import { type SettingName, type Settings, settingRanges } from '#app/domain/settings.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { paths } from '#app/paths.ts';
import { Form, type FormError, type RawValues } from '../forms/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { AdminPage, atCenter } from './admin-page.tsx';

interface Program {
  readonly id: string;
  readonly name: string;
  readonly settings: Settings;
}

export interface ProgramsPageProps {
  readonly programs: readonly Program[];
  readonly center: { readonly id: string };
  readonly centers: readonly { readonly id: string; readonly name: string }[];
  readonly done: string | null;
}

const figure = (t: Translate, settings: Settings, name: SettingName) =>
  `${t.format.number(settings[name])} ${t.maybe(unitKey(name)) ?? ''}`;

/** The programs of a center with the figures that people ask for most. */
export function ProgramsPage({ programs, center, centers, done }: ProgramsPageProps) {
  const t = useTranslate();
  return (
    <AdminPage
      title={t('admin.programs.title')}
      lead={t('admin.programs.about')}
      done={done}
      centers={{ part: 'programs', id: center.id, all: centers }}
      actions={
        <LinkButton look="quiet" href={`${atCenter(paths.admin('programs'), center.id)}&new=1`}>
          {t('admin.programs.new')}
        </LinkButton>
      }
    >
      <Card>
        <DataTable
          caption={t('admin.programs.title')}
          captionHidden
          rows={programs}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('admin.program.name'),
              main: true,
              cell: (row) => <a href={paths.adminItem('programs', row.id)}>{row.name}</a>,
            },
            {
              key: 'decider',
              head: t('setting.decider'),
              cell: (row) => t.maybe(`role.${row.settings.decider}`),
            },
            {
              key: 'term',
              head: t('setting.termMonths'),
              cell: (row) => figure(t, row.settings, 'termMonths'),
            },
            {
              key: 'entryPass',
              head: t('setting.entryPass'),
              cell: (row) => figure(t, row.settings, 'entryPass'),
            },
            {
              key: 'graduationPass',
              head: t('setting.graduationPass'),
              cell: (row) => figure(t, row.settings, 'graduationPass'),
            },
            {
              key: 'changed',
              head: t('admin.programs.changed'),
              cell: (row) => t('admin.programs.changedCount', { count: changedFrom(row.settings) }),
            },
          ]}
        />
      </Card>
    </AdminPage>
  );
}

/** How many figures differ from what is usual. */
const changedFrom = (settings: Settings): number =>
  Object.entries(settingRanges).filter(([name, range]) => settings[name as SettingName] !== range.default)
    .length +
  (settings.noticeInCalendarDays ? 1 : 0) +
  (settings.decider === 'supervisor' ? 1 : 0);

export interface ProgramFormProps {
  readonly action: string;
  readonly idempotencyKey: string;
  readonly version?: number;
  readonly values: RawValues;
  readonly errors: readonly FormError[];
}

/** Every figure of a program, with its range, what is usual and what it governs. */
export function ProgramForm({ action, idempotencyKey, version, values, errors }: ProgramFormProps) {
  const t = useTranslate();
  return (
    <>
      <Notice>{t('admin.program.underWay')}</Notice>
      <Form
        action={action}
        fields={programFields}
        values={values}
        errors={errors}
        idempotencyKey={idempotencyKey}
        {...(version === undefined ? {} : { version })}
        submit={t('ui.button.save')}
        secondary={<a href={paths.admin('programs')}>{t('ui.button.cancel')}</a>}
      />
    </>
  );
}
