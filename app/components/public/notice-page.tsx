import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageTitle } from '../layout/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DueBadge } from '../ui/due-badge.tsx';
import { SummaryList } from '../ui/facts.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import { subjectWords, windowWords } from './notice-list.tsx';

/** A public notice with how it stands now. */
export interface NoticeWords {
  readonly id: string;
  readonly lifecycle: LifecycleName;
  readonly number: string;
  readonly organizationName: string;
  readonly program: string | null;
  readonly score: number | null;
  readonly publishedAt: string;
  readonly endsAt: string | null;
  readonly standing: 'running' | 'stopped' | 'kept' | 'lifted' | 'over';
  readonly objections: number;
  readonly openObjections: number;
  readonly objectable: boolean;
  readonly closed: readonly Refusal[];
}

const tones = {
  running: 'waiting',
  stopped: 'attention',
  kept: 'good',
  lifted: 'stopped',
  over: 'neutral',
} as const;

/** One public notice (公示): what is intended, until when one may object, and what came of it. */
export function NoticePage({ view }: { readonly view: NoticeWords }) {
  const t = useTranslate();
  const now = useNow();
  const subject = subjectWords(t, view.lifecycle);
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('public.notices'), href: paths.notices() }]}
        over={subject}
        tag={<Tag tone={tones[view.standing]}>{t(`public.notice.standing.${view.standing}`)}</Tag>}
      >
        {view.organizationName}
      </PageTitle>
      <p className="prose">
        {t.maybe(`public.notice.text.${view.lifecycle}`, { name: view.organizationName }) ??
          t('public.notice.text', { name: view.organizationName })}
      </p>
      <Card title={t('public.notice.facts')} id="facts">
        <SummaryList
          items={[
            { label: t('public.notice.number'), value: view.number },
            { label: t('public.notice.organization'), value: view.organizationName },
            ...(view.program ? [{ label: t('public.notice.program'), value: view.program }] : []),
            ...(view.score === null
              ? []
              : [{ label: t('public.notice.score'), value: t.format.score(view.score / 100) }]),
            { label: t('public.notice.window'), value: windowWords(t, view, now) },
            {
              label: t('public.notice.objections'),
              value: t('public.notice.objections.count', {
                count: view.objections,
                open: view.openObjections,
              }),
            },
          ]}
        />
      </Card>
      <Closing view={view} />
    </>
  );
}

/** What can still be done about a notice, or what came of it. */
function Closing({ view }: { readonly view: NoticeWords }) {
  const t = useTranslate();
  if (view.standing === 'kept' || view.standing === 'lifted' || view.standing === 'over')
    return (
      <Card title={t('public.notice.outcome')} id="outcome">
        <p className="prose">{t(`public.notice.outcome.${view.standing}`)}</p>
      </Card>
    );
  if (!view.objectable) return null;
  const open = view.closed.length === 0;
  return (
    <Card
      look="accent"
      id="object"
      title={t(open ? 'public.notice.mayObject' : 'public.notice.mayNotObject')}
      aside={
        open ? (
          <LinkButton href={paths.objection(view.id)}>{t('public.notice.object')}</LinkButton>
        ) : undefined
      }
    >
      {view.endsAt === null ? (
        <p className="soft small">{t('public.notice.clockStopped')}</p>
      ) : (
        <DueBadge due={view.endsAt} />
      )}
      {view.closed.map((reason) => (
        <p key={reason.code}>{t.refusal(reason)}</p>
      ))}
    </Card>
  );
}
