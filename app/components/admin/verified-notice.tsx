import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { MessageKey } from '#app/i18n/catalogue.ts';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';

/** What a check of the history found. */
export interface Verification {
  readonly records: number;
  readonly events: number;
  readonly checkpoints: number;
  readonly faults: readonly {
    readonly kind: string;
    readonly lifecycle: LifecycleName | null;
    readonly id: string;
    readonly number: number | null;
  }[];
  /** The record after which it goes on. */
  readonly next: { readonly lifecycle: string; readonly recordId: string } | null;
}

/** That everything fits, or what does not, and where to go on when there was more. */
export function VerifiedNotice({
  verified,
  base,
}: {
  readonly verified: Verification;
  readonly base: string;
}) {
  const t = useTranslate();
  const { faults, records, events, checkpoints, next } = verified;
  return (
    <Notice
      tone={faults.length === 0 ? 'good' : 'stopped'}
      title={t(faults.length === 0 ? 'admin.verify.good' : 'admin.verify.bad', { count: faults.length })}
      live
    >
      <p>{t('admin.verify.checked', { records, events, checkpoints })}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.kind}/${fault.id}`}>
              {t(`admin.verify.fault.${fault.kind}` as MessageKey, {
                lifecycle: (fault.lifecycle && t.maybe(`${fault.lifecycle}.title`)) ?? '',
                id: fault.id,
                number: fault.number ?? 0,
              })}
            </li>
          ))}
        </ul>
      )}
      {next !== null && (
        <p>
          <a href={`${base}&verify=${next.lifecycle}/${next.recordId}#verify`}>{t('admin.verify.goOn')}</a>
        </p>
      )}
    </Notice>
  );
}
