import { callStanding } from '#app/domain/call-standing.ts';
import { paths } from '#app/paths.ts';
import { type ButtonLook, LinkButton } from '../ui/button.tsx';
import { DueBadge } from '../ui/due-badge.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';

/** A call as everyone may see it. */
export interface CallWords {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly opensAt: string;
  readonly closesAt: string | null;
  readonly quota: number | null;
  readonly program: string;
}

/** A call in a list: what it is, how long it is open, and the way in. */
export function CallCard({ call }: { readonly call: CallWords }) {
  const t = useTranslate();
  return (
    <article className="call-card">
      <div className="call-card-head">
        <h3>
          <a href={paths.call(call.id)}>{call.title}</a>
        </h3>
        <CallTag call={call} />
      </div>
      <p className="soft small">{call.program}</p>
      {call.summary !== '' && <p className="clamp">{call.summary}</p>}
      <div className="call-card-foot">
        <CallTime call={call} />
        {call.quota !== null && (
          <span className="soft small">{t('public.call.places', { count: call.quota })}</span>
        )}
        <ApplyButton call={call} look="quiet" />
      </div>
    </article>
  );
}

const tones = { open: 'good', notYet: 'waiting', over: 'neutral' } as const;

/** Whether a call is open, as a tag. */
export function CallTag({ call }: { readonly call: CallWords }) {
  const t = useTranslate();
  const standing = callStanding(call, useNow());
  return <Tag tone={tones[standing]}>{t(`public.call.standing.${standing}`)}</Tag>;
}

/** How long a call stays open, or when it opens. */
export function CallTime({ call }: { readonly call: CallWords }) {
  const t = useTranslate();
  const now = useNow();
  const standing = callStanding(call, now);
  if (standing === 'notYet')
    return <span>{t('public.call.opensAt', { at: t.format.instant(call.opensAt, now) })}</span>;
  if (call.closesAt === null) return <span>{t('public.call.rolling')}</span>;
  return <DueBadge due={call.closesAt} settled={standing === 'over'} soonDays={3} />;
}

/** The way into a call that is open; nothing when it is not. */
export function ApplyButton({ call, look }: { readonly call: CallWords; readonly look?: ButtonLook }) {
  const t = useTranslate();
  if (callStanding(call, useNow()) !== 'open') return null;
  return (
    <LinkButton href={paths.apply(call.id)} {...(look ? { look } : {})}>
      {t('public.call.apply')}
    </LinkButton>
  );
}
