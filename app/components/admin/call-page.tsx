import type { Field } from '#app/domain/forms/field.ts';
import { paths } from '#app/paths.ts';
import { Form, type FormError, FormErrors, type RawValues } from '../forms/index.ts';
import { Stack } from '../layout/index.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ConfirmPanel } from '../ui/confirm-panel.tsx';
import { Facts } from '../ui/facts.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { AdminPage, usePartCrumb } from './admin-page.tsx';
import { callStateOf, callTones } from './call-words.ts';
import { callTime } from './calls-page.tsx';

export interface CallPageProps {
  readonly view: {
    readonly call: {
      readonly id: string;
      readonly center_id: string;
      readonly title: string;
      readonly summary: string;
      readonly opens_at: string;
      readonly closes_at: string | null;
      readonly published_at: string | null;
      readonly quota: number | null;
      readonly version: number;
    };
    readonly program: string;
    readonly applications: number;
    /** Published and answered already: it can only be extended. */
    readonly bound: boolean;
    readonly fields: readonly Field[];
    readonly raw: RawValues;
    /** Asking whether to close it now. */
    readonly closing: boolean;
    readonly key: string;
    readonly done: string | null;
  };
  readonly answer?: { readonly of: string; readonly errors: readonly FormError[]; readonly raw: RawValues };
}

/** One call: how it stands, the one next step, and what may still be changed. */
export function CallPage({ view, answer }: CallPageProps) {
  const { call, bound, fields } = view;
  const t = useTranslate();
  const now = useNow();
  const state = callStateOf(call, now);
  const crumb = usePartCrumb('calls', call.center_id);
  const here = paths.adminItem('calls', call.id);
  const errorsOf = (of: string) => (answer?.of === of ? answer.errors : []);
  const asksToClose = view.closing || answer?.of === 'close';
  const mayChange = !bound || (state !== 'closed' && call.closes_at !== null);
  return (
    <AdminPage
      title={call.title}
      crumbs={[crumb]}
      done={view.done}
      tag={<Tag tone={callTones[state]}>{t(`admin.call.state.${state}`)}</Tag>}
    >
      <Stack>
        <Facts
          items={[
            { label: t('admin.calls.time'), value: callTime(t, call, now) },
            { label: t('admin.field.callProgram'), value: view.program },
            { label: t('admin.field.quota'), value: call.quota },
            { label: t('admin.calls.applications'), value: t.format.number(view.applications) },
          ]}
        />
        {state === 'draft' && (
          <Card
            look="accent"
            id="publish"
            title={t('admin.call.publishTitle')}
            aside={<Act action={here} intent="publish" view={view} words={t('admin.call.publish')} />}
          >
            <FormErrors fields={[]} errors={errorsOf('publish')} />
            <p>{t('admin.call.publishLead')}</p>
          </Card>
        )}
        {(state === 'open' || state === 'upcoming') &&
          (asksToClose ? (
            <>
              <FormErrors fields={[]} errors={errorsOf('close')} />
              <ConfirmPanel
                title={t('admin.call.closeTitle')}
                cancelHref={here}
                action={<Act action={here} intent="close" view={view} words={t('admin.call.close')} danger />}
              >
                <p>{t('admin.call.closeLead', { count: view.applications })}</p>
              </ConfirmPanel>
            </>
          ) : (
            <p>
              <a href={paths.call(call.id)}>{t('admin.call.public')}</a>
              {' · '}
              <a href={`${here}?close=1`}>{t('admin.call.close')}</a>
            </p>
          ))}
        {bound && !asksToClose && (
          <Notice>{t(mayChange ? 'admin.call.onlyExtend' : 'admin.call.fixed')}</Notice>
        )}
        {mayChange && !asksToClose && (
          <Card title={t(bound ? 'admin.call.extend' : 'admin.call.content')} id="content">
            <Form
              action={here}
              hidden={{ intent: 'edit' }}
              fields={fields}
              values={answer?.of === 'edit' ? answer.raw : view.raw}
              errors={errorsOf('edit')}
              idempotencyKey={`${view.key}-edit`}
              version={call.version}
              submit={t(bound ? 'admin.call.extend' : 'ui.button.save')}
              submitLook={state === 'draft' ? 'quiet' : 'primary'}
            />
          </Card>
        )}
        <p>
          <LinkButton look="quiet" href={crumb.href ?? paths.admin('calls')}>
            {t('ui.button.back')}
          </LinkButton>
        </p>
      </Stack>
    </AdminPage>
  );
}

interface ActProps {
  readonly action: string;
  readonly intent: string;
  readonly view: CallPageProps['view'];
  readonly words: string;
  readonly danger?: boolean;
}

function Act({ action, intent, view, words, danger = false }: ActProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={`${view.key}-${intent}`} />
      <input type="hidden" name="version" value={view.call.version} />
      <Button look={danger ? 'danger' : 'primary'}>{words}</Button>
    </form>
  );
}
