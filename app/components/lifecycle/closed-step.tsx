import type { Refusal } from '#app/domain/refusal.ts';
import { Card } from '../ui/card.tsx';
import { useTranslate } from '../ui/locale.tsx';

/** A step that is closed now: everything that is missing for it, and whose step it is. */
export function ClosedStep({
  reasons,
  by,
  back,
}: {
  readonly reasons: readonly Refusal[];
  /** Roles whose step it is, when it is not the reader's. */
  readonly by?: readonly string[];
  readonly back: string;
}) {
  const t = useTranslate();
  return (
    <Card title={t('lifecycle.event.closed')} id="closed">
      <ul className="bullets">
        {reasons.map((reason) => (
          <li key={`${reason.code}/${JSON.stringify(reason.params ?? {})}`}>{t.refusal(reason)}</li>
        ))}
      </ul>
      {by && (
        <p>{t('lifecycle.event.by', { who: t.format.list(by.map((r) => t.maybe(`role.${r}`) ?? r)) })}</p>
      )}
      <p>
        <a href={back}>{t('lifecycle.event.back')}</a>
      </p>
    </Card>
  );
}
