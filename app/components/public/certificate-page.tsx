import { paths } from '#app/paths.ts';
import { describedBy, HintAndErrors } from '../forms/field-frame.tsx';
import { PageTitle } from '../layout/index.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { SummaryList } from '../ui/facts.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { useCenterName } from './center.tsx';

interface CertificateFormProps {
  readonly number?: string;
  /** Whether it was sent without a number. */
  readonly missing?: boolean;
}

/** Asks for the number of a certificate; a plain GET form. */
export function CertificateForm({ number = '', missing = false }: CertificateFormProps) {
  const t = useTranslate();
  const hint = t('public.certificate.numberHint');
  const errors = missing ? [t('public.certificate.numberMissing')] : [];
  return (
    <search>
      <form className="form" method="get" action={paths.certificates()}>
        <div className={missing ? 'field bad' : 'field'}>
          <label htmlFor="number">{t('public.certificate.number')}</label>
          <HintAndErrors id="number" hint={hint} errors={errors} />
          <input
            className="input input-medium"
            id="number"
            name="number"
            type="text"
            autoComplete="off"
            maxLength={60}
            defaultValue={number}
            aria-describedby={describedBy('number', hint, errors)}
            aria-invalid={missing || undefined}
          />
        </div>
        <div className="submit-row">
          <Button>{t('public.certificate.check')}</Button>
        </div>
      </form>
    </search>
  );
}

/** Where a certificate can be checked. */
export function CertificatesPage({ missing }: Pick<CertificateFormProps, 'missing'>) {
  const t = useTranslate();
  return (
    <>
      <PageTitle lead={t('public.certificate.lead')}>{t('public.certificates')}</PageTitle>
      <CertificateForm missing={missing} />
    </>
  );
}

export interface CertificateView {
  readonly number: string;
  readonly certificate: {
    readonly organizationName: string;
    /** Its page in the directory; null when it is not listed. */
    readonly organizationId: string | null;
    readonly issuedOn: string;
    readonly revokedOn: string | null;
    readonly center: { readonly name: string; readonly nameEn: string };
  } | null;
}

/** Whether a certificate is valid, revoked or unknown, in plain words. */
export function CertificatePage({ view }: { readonly view: CertificateView }) {
  const t = useTranslate();
  const nameOf = useCenterName();
  const { certificate } = view;
  const verdict = certificate === null ? 'unknown' : certificate.revokedOn === null ? 'valid' : 'revoked';
  const tone = { valid: 'good', revoked: 'stopped', unknown: 'attention' } as const;
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('public.certificates'), href: paths.certificates() }]}
        over={view.number}
      >
        {t(`public.certificate.${verdict}`)}
      </PageTitle>
      <Notice tone={tone[verdict]}>
        <p className="prose">
          {t(`public.certificate.${verdict}.text`, {
            name: certificate?.organizationName ?? '',
            number: view.number,
            day: certificate?.revokedOn ? t.format.date(certificate.revokedOn) : '',
          })}
        </p>
      </Notice>
      {certificate && (
        <Card title={t('public.certificate.facts')} id="facts">
          <SummaryList
            items={[
              { label: t('public.certificate.number'), value: <span className="num">{view.number}</span> },
              {
                label: t('public.notice.organization'),
                value: certificate.organizationId ? (
                  <a href={paths.directoryEntry(certificate.organizationId)}>
                    {certificate.organizationName}
                  </a>
                ) : (
                  certificate.organizationName
                ),
              },
              { label: t('public.certificate.issuer'), value: nameOf(certificate.center) },
              { label: t('public.certificate.issuedOn'), value: t.format.date(certificate.issuedOn) },
              ...(certificate.revokedOn
                ? [{ label: t('public.certificate.revokedOn'), value: t.format.date(certificate.revokedOn) }]
                : []),
            ]}
          />
        </Card>
      )}
      {certificate === null && <CertificateForm number={view.number} />}
    </>
  );
}
