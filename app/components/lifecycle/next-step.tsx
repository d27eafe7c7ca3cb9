import type { RecordView, StepView, WaitView } from '#app/domain/lifecycles/view.ts';
import { paths } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DueBadge } from '../ui/due-badge.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { eventWords, waitWords } from './words.ts';

/** What is to be done next, by whom, by when; under it what else is open, and what is closed with the reason why. */
export function NextStep({ view }: { readonly view: RecordView }) {
  const t = useTranslate();
  if (view.ended) return null;
  const mine = view.waits.find(
    (w) => w.mine && view.steps.some((s) => s.event === w.event && s.reasons.length === 0),
  );
  const main = view.steps.find((s) => s.event === mine?.event);
  const others = view.steps.filter((s) => s !== main);
  const wait = mine ?? view.waits[0];
  const href = (step: StepView) => paths.event(view.lifecycle, view.id, step.noun);
  return (
    <Card
      look="accent"
      id="next"
      title={wait ? <WaitSentence view={view} wait={wait} /> : t('lifecycle.next.nothing')}
      aside={main && <LinkButton href={href(main)}>{eventWords(t, view.lifecycle, main.event)}</LinkButton>}
    >
      {wait?.due && <DueBadge due={wait.due} />}
      {view.waits.length > 1 && (
        <ul className="plain-list small soft">
          {view.waits
            .filter((w) => w !== wait)
            .map((w) => (
              <li key={`${w.event}/${w.role}/${w.name ?? ''}`}>
                <WaitSentence view={view} wait={w} />
              </li>
            ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="step-list">
          {others.map((step) => (
            <li key={step.event}>
              {step.reasons.length === 0 ? (
                <a href={href(step)}>{eventWords(t, view.lifecycle, step.event)}</a>
              ) : (
                <>
                  <span className="soft">
                    {eventWords(t, view.lifecycle, step.event)}
                    {t('lifecycle.next.closed')}
                  </span>
                  <ul>
                    {step.reasons.map((reason) => (
                      <li key={reason.code}>{t.refusal(reason)}</li>
                    ))}
                  </ul>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function WaitSentence({ view, wait }: { readonly view: RecordView; readonly wait: WaitView }) {
  const t = useTranslate();
  const what = waitWords(t, view.lifecycle, wait.event);
  const who = wait.name ?? t.maybe(`role.${wait.role}`) ?? wait.role;
  if (wait.mine) return <>{t('lifecycle.next.yours', { what })}</>;
  return <>{t('lifecycle.next.waitsFor', { who, what })}</>;
}
