import type { ReactNode } from 'react';
import type { Field } from '#app/domain/forms/field.ts';
import type { FieldRefusal } from '#app/domain/refusal.ts';
import type { Rubric } from '#app/domain/rubrics.ts';
import { paths } from '#app/paths.ts';
import { Form, type FormError, FormErrors, type RawValues } from '../forms/index.ts';
import { Stack } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { AdminPage, usePartCrumb } from './admin-page.tsx';
import { Act, type RubricEditing, RubricView } from './rubric-view.tsx';
import { RubricTag } from './rubrics-page.tsx';

/** A form on a part of a draft: its head, one dimension, or one item. */
export interface RubricForm {
  readonly part: 'head' | 'dimension' | 'item' | 'kind';
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly fields: readonly Field[];
  readonly raw: RawValues;
}

export interface RubricPageProps {
  readonly view: {
    readonly id: string;
    readonly centerId: string;
    readonly rubric: Rubric;
    readonly publishedAt: string | null;
    readonly inUse: boolean;
    readonly seen: string;
    /** What keeps a draft from being published. */
    readonly wrong: readonly FieldRefusal[];
    /** The forms of the part that is being changed; none on the page that shows all. */
    readonly forms: readonly RubricForm[];
    readonly key: string;
    readonly done: string | null;
  };
  readonly answer?: { readonly of: string; readonly errors: readonly FormError[]; readonly raw: RawValues };
}

/** One version of a rubric: to read in full, and when it is a draft, to change part by part and to publish. */
export function RubricPage({ view, answer }: RubricPageProps) {
  const t = useTranslate();
  const { rubric, publishedAt } = view;
  const crumb = usePartCrumb('rubrics', view.centerId);
  const here = paths.adminItem('rubrics', view.id);
  const editing: RubricEditing = { action: here, key: view.key, seen: view.seen };
  const errorsOf = (of: string) => (answer?.of === of ? answer.errors : []);
  const elsewhere = answer && !['publish', 'copy'].includes(answer.of) ? answer.errors : [];
  if (view.forms.length > 0)
    return <PartPage view={view} editing={editing} {...(answer ? { answer } : {})} />;
  return (
    <AdminPage
      title={t('admin.rubric.titleOf', { name: t.words(rubric), version: rubric.version })}
      crumbs={[crumb]}
      done={view.done}
      tag={<RubricTag published_at={publishedAt} inUse={view.inUse} />}
    >
      <Stack>
        <FormErrors fields={[]} errors={elsewhere.map(placeless)} />
        {publishedAt === null ? (
          <Draft view={view} editing={editing}>
            <FormErrors fields={[]} errors={errorsOf('publish').map(placeless)} />
          </Draft>
        ) : (
          <Card
            look="accent"
            id="copy"
            title={t('admin.rubric.copyTitle')}
            aside={<Act editing={editing} intent="copy" words={t('admin.rubric.copy')} />}
          >
            <FormErrors fields={[]} errors={errorsOf('copy')} />
            <p>{t('admin.rubric.copyLead')}</p>
          </Card>
        )}
        <RubricView rubric={rubric} {...(publishedAt === null ? { editing } : {})} />
      </Stack>
    </AdminPage>
  );
}

/** What is wrong is told in words of the rubric, not by the name of an input that this page does not have. */
const placeless = ({ code, params }: FormError): FormError => (params ? { code, params } : { code });

function Draft(props: {
  readonly view: RubricPageProps['view'];
  readonly editing: RubricEditing;
  readonly children: ReactNode;
}) {
  const { view, editing, children } = props;
  const t = useTranslate();
  const ready = view.wrong.length === 0;
  return (
    <Card
      look="accent"
      id="publish"
      title={t(ready ? 'admin.rubric.publishTitle' : 'admin.rubric.notYet')}
      aside={
        ready && <Act editing={editing} intent="publish" words={t('admin.rubric.publish')} look="primary" />
      }
    >
      {children}
      {ready ? (
        <p>{t('admin.rubric.publishLead')}</p>
      ) : (
        <ul className="prose">
          {view.wrong.map((each) => (
            <li key={`${each.field}/${each.code}`}>
              <a href={placeOf(view, each.field)}>{nameOf(t, view.rubric, each.field)}</a>
              {' · '}
              {t.refusal(each)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Where a fault of a draft is put right. */
function placeOf(view: RubricPageProps['view'], field: string): string {
  const here = paths.adminItem('rubrics', view.id);
  const [kind, id] = field.split('.');
  if (kind === 'items' && id) return `${here}?item=${id}`;
  return kind === 'dimensions' && id ? `${here}?dimension=${id}` : `${here}?head=1`;
}

function nameOf(t: ReturnType<typeof useTranslate>, rubric: Rubric, field: string): string {
  const [kind, id] = field.split('.');
  const found =
    kind === 'items'
      ? rubric.dimensions.flatMap((d) => d.items).find((item) => item.id === id)
      : rubric.dimensions.find((d) => kind === 'dimensions' && d.id === id);
  if (found) return t.words(found) || t('admin.rubric.unnamed');
  return t('admin.rubric.head');
}

function PartPage({ view, answer, editing }: RubricPageProps & { readonly editing: RubricEditing }) {
  const t = useTranslate();
  const here = paths.adminItem('rubrics', view.id);
  const main = view.forms[0];
  const crumbs = [
    usePartCrumb('rubrics', view.centerId),
    {
      label: t('admin.rubric.titleOf', { name: t.words(view.rubric), version: view.rubric.version }),
      href: here,
    },
  ];
  if (main === undefined) return null;
  const removable = main.part === 'item' || main.part === 'dimension';
  return (
    <AdminPage
      title={main.part === 'head' ? t('admin.rubric.head') : t.words(main) || t('admin.rubric.unnamed')}
      crumbs={crumbs}
      done={view.done}
    >
      <Stack>
        {view.forms.map((form) => (
          <Card
            key={form.part}
            {...(form.part === 'kind' ? { title: t('admin.rubric.changeKind') } : {})}
            id={`form-${form.part}`}
          >
            <Form
              id={form.part}
              action={`${here}?${form.part === 'kind' ? 'item' : form.part}=${form.id}`}
              hidden={{ intent: form.part, part: form.id, seen: view.seen }}
              fields={form.fields}
              values={answer?.of === form.part ? answer.raw : form.raw}
              errors={answer?.of === form.part ? answer.errors : []}
              idempotencyKey={`${view.key}-${form.part}`}
              submit={t(form.part === 'kind' ? 'admin.rubric.changeKind' : 'ui.button.save')}
              submitLook={form.part === 'kind' ? 'quiet' : 'primary'}
              secondary={form.part === 'kind' ? undefined : <a href={here}>{t('ui.button.cancel')}</a>}
              wide={form.fields.some((f) => f.kind === 'rows')}
            />
          </Card>
        ))}
        {removable && (
          <>
            <Notice>
              {t(main.part === 'item' ? 'admin.rubric.removeItemLead' : 'admin.rubric.removeDimensionLead')}
            </Notice>
            <Act
              editing={editing}
              intent={main.part === 'item' ? 'removeItem' : 'removeDimension'}
              hidden={{ part: main.id }}
              words={t(main.part === 'item' ? 'admin.rubric.removeItem' : 'admin.rubric.removeDimension')}
              look="danger"
            />
          </>
        )}
      </Stack>
    </AdminPage>
  );
}
