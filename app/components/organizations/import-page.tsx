import { paths } from '#app/paths.ts';
import { Form, type FormError, type RawValues } from '../forms/index.ts';
import { Columns, PageTitle, Stack } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import type { ImportRunLine, PreviewView, ResultView, UploadView } from './import-view.ts';

interface Props {
  readonly view: {
    readonly upload: UploadView | null;
    readonly preview: PreviewView | null;
    readonly result: ResultView | null;
  };
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}

const steps = ['upload', 'check', 'done'] as const;

/** Importing a register in three steps, each with its own address: the file, what it would do, what it did. */
export function ImportPage({ view, errors, raw }: Props) {
  const t = useTranslate();
  const now = view.result ? 2 : view.preview ? 1 : 0;
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('organization.register'), href: paths.organizations() }]}
        {...(view.upload ? { lead: t('import.lead') } : {})}
      >
        {t('import.title')}
      </PageTitle>
      <Stepper
        label={t('import.title')}
        steps={steps.map((step, index) => ({
          name: t(`import.step.${step}`),
          state: index < now || now === 2 ? 'done' : index === now ? 'now' : 'next',
        }))}
      />
      {view.upload && <UploadStep view={view.upload} errors={errors} raw={raw} />}
      {view.preview && <ImportPreview view={view.preview} errors={errors} />}
      {view.result && <ImportResult view={view.result} />}
    </>
  );
}

function UploadStep({ view, errors, raw }: { readonly view: UploadView } & Omit<Props, 'view'>) {
  const t = useTranslate();
  return (
    <>
      <Columns>
        <Form
          action={paths.importRegister()}
          fields={view.fields}
          values={raw}
          errors={errors}
          idempotencyKey="upload"
          submit={t('import.upload.submit')}
          secondary={<a href={paths.organizations()}>{t('ui.button.back')}</a>}
        />
        <Stack>
          <Card title={t('import.upload.what')} id="what">
            <ul className="prose">
              <li>{t('import.upload.what.joined')}</li>
              <li>{t('import.upload.what.registered')}</li>
              <li>{t('import.upload.what.past')}</li>
              <li>{t('import.upload.what.same')}</li>
            </ul>
          </Card>
        </Stack>
      </Columns>
      {view.runs.length > 0 && <LastRuns runs={view.runs} />}
    </>
  );
}

function LastRuns({ runs }: { readonly runs: readonly ImportRunLine[] }) {
  const t = useTranslate();
  const now = useNow();
  return (
    <DataTable
      caption={t('import.runs')}
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        {
          key: 'file',
          head: t('import.runs.file'),
          main: true,
          cell: (run) => <a href={`${paths.importRegister()}?run=${run.id}`}>{run.fileName}</a>,
        },
        { key: 'at', head: t('import.runs.at'), cell: (run) => t.format.instant(run.at, now) },
        { key: 'who', head: t('import.runs.who'), cell: (run) => run.who ?? t('import.command.name') },
        { key: 'good', head: t('import.runs.good'), number: true, cell: (run) => t.format.number(run.good) },
        { key: 'bad', head: t('import.runs.bad'), number: true, cell: (run) => t.format.number(run.bad) },
      ]}
    />
  );
}
