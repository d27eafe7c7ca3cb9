import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { deviceWords } from '#app/components/people/device-words.ts';
import { Card, LinkButton, Notice, RowList, Tag, useNow, useTranslate } from '#app/components/ui/index.ts';
import type { SessionLimits } from '#app/domain/people/sessions.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { SessionView } from '#app/operations/people/view-account.server.ts';
import { paths } from '#app/paths.ts';

interface Props {
  readonly sessions: readonly (SessionView & { readonly isThis: boolean })[];
  readonly limits: SessionLimits;
  /** The session that is to be ended, or `others`; null while the list is only read. */
  readonly ending: string | null;
  readonly ended: boolean;
  readonly errors: readonly (Refusal | FieldRefusal)[];
}

const ending = (which: string) => `${paths.sessions()}?end=${encodeURIComponent(which)}`;

/** Where the own account is signed in, and the way to end what is not one's own doing. */
export function SessionsPage({ sessions, limits, ending: asked, ended, errors }: Props) {
  const t = useTranslate();
  const now = useNow();
  const others = sessions.filter((session) => !session.isThis);
  const one = others.find((session) => session.id === asked);
  const hours = { idle: limits.idleMs / 60_000, age: limits.ageMs / 3_600_000 };
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('shell.account'), href: paths.account() }]}
        lead={t('people.sessions.lead')}
      >
        {t('people.sessions')}
      </PageTitle>
      {ended && asked === null && <Notice tone="good" title={t('people.sessions.ended')} live />}
      {asked !== null && (
        <Card
          title={
            one
              ? t('people.sessions.endOne', { device: deviceWords(t, one.device) })
              : t('people.sessions.endOthers')
          }
          id="end"
        >
          <AccountForm
            action={ending(asked)}
            fields={[]}
            passwords={[{ name: 'current', kind: 'known' }]}
            hidden={{ session: asked }}
            errors={errors}
            submit={t('people.sessions.end')}
            look="danger"
            secondary={<a href={paths.sessions()}>{t('ui.button.cancel')}</a>}
          />
        </Card>
      )}
      <Card>
        <RowList
          items={sessions.map((session) => ({
            id: session.id,
            title: (
              <>
                {deviceWords(t, session.device)}{' '}
                {session.isThis && <Tag tone="good">{t('people.sessions.this')}</Tag>}
              </>
            ),
            note: (
              <>
                {t('people.sessions.times', {
                  began: t.format.instant(session.beganAt, now),
                  seen: t.format.instant(session.seenAt, now),
                })}
                {session.address && <span className="num"> · {session.address}</span>}
              </>
            ),
            action: !session.isThis && (
              <LinkButton look="quiet" href={ending(session.id)}>
                {t('people.sessions.end')}
              </LinkButton>
            ),
          }))}
        />
      </Card>
      {others.length > 0 && asked === null && (
        <p className="actions">
          <LinkButton look="quiet" href={ending('others')}>
            {t('people.sessions.endOthers')}
          </LinkButton>
        </p>
      )}
      <p className="soft small">{t('people.sessions.limits', hours)}</p>
    </>
  );
}
