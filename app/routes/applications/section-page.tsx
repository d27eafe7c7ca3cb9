import { Form, type RawValues } from '#app/components/forms/index.ts';
import { PageTitle } from '#app/components/layout/index.ts';
import { Button, Notice, useTranslate } from '#app/components/ui/index.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { SectionView } from '#app/operations/applications/open-section.server.ts';
import { paths } from '#app/paths.ts';

interface Props {
  readonly view: SectionView;
  readonly errors: readonly (Refusal | FieldRefusal)[];
  readonly raw: RawValues;
  /** What was sent is kept as a draft, although something is wrong with it. */
  readonly kept: boolean;
}

/** One section of an application's form. */
export function SectionPage({ view, errors, raw, kept }: Props) {
  const t = useTranslate();
  const isDocuments = view.section === 'documents';
  const record = paths.record('application', view.applicationId);
  const action = paths.applicationSection(view.applicationId, view.section);
  const shown = Object.values(view.documents).flatMap((documents) =>
    documents.map((document) => document.id),
  );
  return (
    <>
      <PageTitle
        crumbs={[{ label: view.organizationName, href: record }]}
        lead={t('section.place', { place: view.place, count: view.count })}
      >
        {t(`application.section.${view.section}`)}
      </PageTitle>
      {kept && <Notice title={t('section.kept')}>{t('section.kept.text')}</Notice>}
      {isDocuments && <p className="prose">{t('section.documents.lead')}</p>}
      {view.mayChangeKind && (
        <p className="prose">
          {t('section.kind')}{' '}
          <a href={paths.event('application', view.applicationId, 'kind')}>
            {t('application.event.change_kind')}
          </a>
        </p>
      )}
      <Form
        action={action}
        fields={view.fields}
        values={raw}
        filesKept={kept}
        errors={errors}
        documents={view.documents}
        idempotencyKey={view.key}
        {...(isDocuments
          ? { hidden: { shown: shown.join(' ') } }
          : {
              version: view.version,
              autosave: paths.applicationSectionDraft(view.applicationId, view.section),
            })}
        {...(view.savedAt
          ? { savedNote: t('section.savedAt', { time: t.format.instant(view.savedAt) }) }
          : {})}
        submit={t(view.next ? 'section.saveAndGoOn' : 'section.saveAndReturn')}
        secondary={
          <Button look="quiet" name="then" value="leave">
            {t('section.saveAndLeave')}
          </Button>
        }
        wide={view.fields.some((field) => field.kind === 'rows')}
      />
    </>
  );
}
