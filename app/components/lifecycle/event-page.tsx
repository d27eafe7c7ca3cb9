import type { Field } from '#app/domain/forms/field.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormError } from '../forms/field-words.ts';
import { Form } from '../forms/index.ts';
import type { RawValues } from '../forms/raw.ts';
import { PageTitle } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { eventWords, stateWords } from './words.ts';

/** What the page of an event is drawn from. */
export interface EventPageView {
  readonly lifecycle: LifecycleName;
  readonly id: string;
  readonly event: string;
  readonly noun: string;
  readonly manner: 'primary' | 'plain' | 'danger';
  readonly organizationName: string;
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
  readonly allowed: boolean;
  readonly by: readonly string[];
  readonly reasons: readonly Refusal[];
  readonly fields: readonly Field[];
  readonly tells: readonly string[];
  readonly key: string;
}

interface Props {
  readonly view: EventPageView;
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}

/** The one door of every event: its form and what will follow, or the reasons why it is closed. */
export function EventPage({ view, errors, raw }: Props) {
  const t = useTranslate();
  const what = eventWords(t, view.lifecycle, view.event);
  const back = paths.record(view.lifecycle, view.id);
  const hint = t.maybe(`${view.lifecycle}.event.${view.event}.hint`);
  return (
    <>
      <PageTitle
        crumbs={[
          { label: t.maybe(`${view.lifecycle}.title`) ?? view.lifecycle, href: paths.list(view.lifecycle) },
          { label: view.organizationName, href: back },
        ]}
        lead={[view.number, stateWords(t, view.lifecycle, view.state)].filter(Boolean).join(' · ')}
      >
        {what}
      </PageTitle>
      {view.reasons.length > 0 ? (
        <Card title={t('lifecycle.event.closed')} id="closed">
          <ul className="prose">
            {view.reasons.map((reason) => (
              <li key={`${reason.code}/${JSON.stringify(reason.params ?? {})}`}>{t.refusal(reason)}</li>
            ))}
          </ul>
          {!view.allowed && (
            <p>
              {t('lifecycle.event.by', { who: t.format.list(view.by.map((r) => t.maybe(`role.${r}`) ?? r)) })}
            </p>
          )}
          <p>
            <a href={back}>{t('lifecycle.event.back')}</a>
          </p>
        </Card>
      ) : (
        <>
          {hint && <p className="prose">{hint}</p>}
          <Form
            action={paths.event(view.lifecycle, view.id, view.noun)}
            fields={view.fields}
            values={raw}
            errors={errors}
            idempotencyKey={view.key}
            version={view.version}
            submit={what}
            submitLook={view.manner === 'danger' ? 'danger' : 'primary'}
            secondary={<a href={back}>{t('lifecycle.event.back')}</a>}
            wide={view.fields.some((f) => f.kind === 'rows')}
          >
            {view.tells.length > 0 && (
              <Notice>
                {t('lifecycle.event.willTell', {
                  who: t.format.list(view.tells.map((r) => t.maybe(`role.${r}`) ?? r)),
                })}
              </Notice>
            )}
          </Form>
        </>
      )}
    </>
  );
}
