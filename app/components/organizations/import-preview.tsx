import { paths } from '#app/paths.ts';
import { Form, type FormError, FormErrors, FormFields } from '../forms/index.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { SummaryList } from '../ui/facts.tsx';
import { Fold } from '../ui/fold.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { ImportRows, VerdictTag } from './import-rows.tsx';
import type { FoundView, PreviewView } from './import-view.ts';

interface Props {
  readonly view: PreviewView;
  /** What was refused when the import was confirmed. */
  readonly errors: readonly FormError[];
}

/** What an import would do, row by row, before it is confirmed. */
export function ImportPreview({ view, errors }: Props) {
  const t = useTranslate();
  const { found } = view;
  const address = `${paths.importRegister()}?${view.query}`;
  const lead =
    found !== null && found.sheet !== null
      ? t('import.check.lead', { file: view.fileName, sheet: found.sheet })
      : t('import.check.leadText', { file: view.fileName });
  return (
    <>
      <p className="prose">{lead}</p>
      {found === null ? (
        <Notice tone="attention" title={t('import.check.noPlan')} />
      ) : (
        <>
          <Figures found={found} months={view.termMonths} />
          <Form
            action={address}
            fields={[]}
            errors={errors}
            idempotencyKey={view.runId}
            hidden={{ shown: String(found.incoming) }}
            submit={
              found.incoming > 0 ? t('import.confirm', { count: found.incoming }) : t('import.confirm.none')
            }
            secondary={<a href={paths.importRegister()}>{t('import.other')}</a>}
          >
            <Notice title={t('import.confirm.title')}>
              <p>
                {t('import.confirm.in', { count: found.incoming, incubations: found.figures.incubations })}
              </p>
              {found.counts.bad > 0 && <p>{t('import.confirm.out', { count: found.counts.bad })}</p>}
              <p>{t('import.confirm.once')}</p>
            </Notice>
          </Form>
        </>
      )}
      <Choices view={view} open={found === null} />
      {found !== null && <ImportRows found={found} address={address} />}
    </>
  );
}

const verdicts = ['good', 'warn', 'bad'] as const;

function Figures({ found, months }: { readonly found: FoundView; readonly months: number }) {
  const t = useTranslate();
  const { figures } = found;
  const skipped = found.skipped.map(({ why, count }) => t('import.check.skipped.text', { why, count }));
  return (
    <Card title={t('import.check.figures')} id="figures">
      <SummaryList
        items={[
          ...verdicts.map((verdict) => ({
            label: <VerdictTag verdict={verdict} />,
            value: t('import.check.count', { count: found.counts[verdict] }),
          })),
          {
            label: t('import.check.incubations'),
            value: t('import.check.incubations.count', { count: figures.incubations }),
          },
          ...(figures.proposed > 0
            ? [
                {
                  label: t('import.check.proposed'),
                  value: t('import.check.proposed.count', { count: figures.proposed, months }),
                },
              ]
            : []),
          ...(figures.past > 0
            ? [
                {
                  label: t('import.check.past'),
                  value: t('import.check.incubations.count', { count: figures.past }),
                },
              ]
            : []),
          ...(skipped.length > 0
            ? [{ label: t('import.check.skipped'), value: t.format.list(skipped) }]
            : []),
          ...(found.unknownColumns.length > 0
            ? [{ label: t('import.check.unknown'), value: t.format.list(found.unknownColumns) }]
            : []),
        ]}
      />
    </Card>
  );
}

/** What a person may say of the file; its answers stand in the address, and the page is drawn anew. */
function Choices({ view, open }: { readonly view: PreviewView; readonly open: boolean }) {
  const t = useTranslate();
  const fields = [...view.fields.others, ...view.fields.columns];
  return (
    <Fold summary={t('import.field.options')} open={open} id="choices">
      <form className="form" method="get" action={paths.importRegister()} noValidate>
        <FormErrors fields={fields} errors={view.refusals} />
        <input type="hidden" name="upload" value={view.runId} />
        <FormFields fields={view.fields.others} values={view.typed} errors={view.refusals} />
        <h2>{t('import.check.columns')}</h2>
        <p className="prose">{t('import.check.columns.lead')}</p>
        <FormFields fields={view.fields.columns} values={view.typed} errors={view.refusals} />
        <div className="submit-row">
          <Button look="quiet">{t('import.check.again')}</Button>
        </div>
      </form>
    </Fold>
  );
}
