import { shownRecoveryCode } from '#app/domain/people/second-factor.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import { Card, LinkButton, Notice, useTranslate } from '../ui/index.ts';
import { QrPicture } from '../ui/qr-picture.tsx';
import { AccountForm, type PasswordQuestion } from './account-form.tsx';

interface FormProps {
  readonly action: string;
  readonly proposal: { readonly secret: string; readonly address: string; readonly sealed: string };
  /** Asked for beside the first code: the password, of somebody who is signed in. */
  readonly passwords?: readonly PasswordQuestion[];
  readonly errors: readonly (Refusal | FieldRefusal)[];
  readonly hidden?: Readonly<Record<string, string>>;
}

/** Setting a second factor up: the picture, the same as text for typing, and the first code that proves it works. */
export function SecondFactorForm({ action, proposal, passwords = [], errors, hidden = {} }: FormProps) {
  const t = useTranslate();
  return (
    <>
      <Card title={t('people.secondFactor.scan')} id="scan">
        <p className="prose">{t('people.secondFactor.scan.text')}</p>
        <p>
          <QrPicture text={proposal.address} label={t('people.secondFactor.picture')} />
        </p>
        <p>{t('people.secondFactor.typing')}</p>
        <p>
          <code className="secret-text">{proposal.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </Card>
      <AccountForm
        action={action}
        fields={[]}
        passwords={[{ name: 'code', kind: 'firstCode' }, ...passwords]}
        errors={errors}
        hidden={{ ...hidden, sealed: proposal.sealed }}
        submit={t('people.secondFactor.turnOn')}
      />
    </>
  );
}

/** The recovery codes, shown this once, and the way on. */
export function RecoveryCodes({
  codes,
  onward,
}: {
  readonly codes: readonly string[];
  readonly onward: string;
}) {
  const t = useTranslate();
  return (
    <>
      <Notice tone="good" title={t('people.recovery.done')} live />
      <Card title={t('people.recovery')} id="recovery">
        <p className="prose">{t('people.recovery.text', { count: codes.length })}</p>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code className="secret-text">{shownRecoveryCode(code)}</code>
            </li>
          ))}
        </ol>
        <p className="soft">{t('people.recovery.print')}</p>
      </Card>
      <p className="actions">
        <LinkButton href={onward}>{t('people.recovery.onward')}</LinkButton>
      </p>
    </>
  );
}
