import type { Field } from '#app/domain/forms/field.ts';
import { paths } from '#app/paths.ts';
import { Form, type FormError, type RawValues } from '../forms/index.ts';
import { PageTitle } from '../layout/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import type { NoticeWords } from './notice-page.tsx';

export interface ObjectionView {
  readonly notice: NoticeWords;
  readonly fields: readonly Field[];
  readonly key: string;
}

interface Props {
  readonly view: ObjectionView;
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}

/** The form by which anyone objects to a notice. */
export function ObjectionPage({ view, errors, raw }: Props) {
  const t = useTranslate();
  const { notice } = view;
  const closed = notice.closed.length > 0;
  return (
    <>
      <PageTitle
        crumbs={[
          { label: t('public.notices'), href: paths.notices() },
          { label: notice.organizationName, href: paths.notice(notice.id) },
        ]}
        lead={notice.number}
      >
        {t('public.objection.title')}
      </PageTitle>
      {closed ? (
        <Card title={t('public.notice.mayNotObject')} id="closed">
          {notice.closed.map((reason) => (
            <p key={reason.code}>{t.refusal(reason)}</p>
          ))}
          <p>
            <a href={paths.notice(notice.id)}>{t('public.objection.back')}</a>
          </p>
        </Card>
      ) : (
        <>
          <p className="prose">{t('public.objection.lead')}</p>
          <Form
            action={paths.objection(notice.id)}
            fields={view.fields}
            values={raw}
            errors={errors}
            idempotencyKey={view.key}
            submit={t('public.objection.send')}
            secondary={<a href={paths.notice(notice.id)}>{t('public.objection.back')}</a>}
          >
            <Notice title={t('public.objection.privacy')}>{t('public.objection.privacy.text')}</Notice>
          </Form>
        </>
      )}
    </>
  );
}

export interface ReceiptView {
  readonly notice: NoticeWords;
  readonly number: string;
  readonly open: boolean;
  readonly answerBy: string | null;
}

/** What the one who objected keeps: the number, and when an answer comes. */
export function ReceiptPage({ view }: { readonly view: ReceiptView }) {
  const t = useTranslate();
  const now = useNow();
  return (
    <>
      <PageTitle
        crumbs={[
          { label: t('public.notices'), href: paths.notices() },
          { label: view.notice.organizationName, href: paths.notice(view.notice.id) },
        ]}
      >
        {t('public.receipt.title')}
      </PageTitle>
      <div className="receipt" role="status">
        <span className="soft">{t('public.receipt.number')}</span>
        <b className="receipt-number">{view.number}</b>
        <span>{t('public.receipt.keep')}</span>
      </div>
      <Card title={t('public.receipt.next')} id="next">
        <p className="prose">
          {view.open
            ? t('public.receipt.looking', {
                day: view.answerBy ? t.format.due(view.answerBy, now).date : t('public.receipt.soon'),
              })
            : t('public.receipt.answered')}
        </p>
        <p className="prose">{t('public.receipt.told')}</p>
      </Card>
      <p>
        <LinkButton href={paths.notice(view.notice.id)} look="quiet">
          {t('public.objection.back')}
        </LinkButton>
      </p>
    </>
  );
}
