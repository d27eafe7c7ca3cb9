import type { Content } from '#app/domain/lifecycles/content.ts';
import type { RecordView, StepView, WaitView } from '#app/domain/lifecycles/view.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { paths } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DueBadge } from '../ui/due-badge.tsx';
import { Fold } from '../ui/fold.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { eventWords, waitWords } from './words.ts';

/** What is to be done next, by whom, by when; under it what else is open, and what is closed with the reason why. */
export function NextStep({ view, content }: { readonly view: RecordView; readonly content: Content }) {
  const t = useTranslate();
  if (view.ended) return null;
  const mine = view.waits.find(
    (w) => w.mine && view.steps.some((s) => s.event === w.event && s.reasons.length === 0),
  );
  // What is asked for may still be closed (a report that is not filled in): then what opens it is the step to take.
  const asked = mine ?? view.waits.find((w) => w.mine);
  const main =
    view.steps.find((s) => s.event === mine?.event) ??
    view.steps.find((s) => s.manner === 'primary' && s.reasons.length === 0);
  const others = view.steps.filter((s) => s !== main);
  const wait = asked ?? view.waits[0];
  // Where nobody is waited for, the calendar is: it moves the record on by itself.
  const clock = wait ? undefined : nextOnTheClock(view);
  const due = wait ? wait.due : clock?.due;
  const closed = asked && !mine ? (view.steps.find((s) => s.event === asked.event)?.reasons ?? []) : [];
  // The first part that is not filled in opens what is asked for.
  const unfinished = closed.length > 0 && !main ? unfinishedOf(content) : undefined;
  return (
    <>
      <Card
        look="accent"
        id="next"
        title={wait ? <WaitSentence view={view} wait={wait} /> : clockWords(t, view, clock)}
        aside={
          main ? (
            <LinkButton href={hrefOf(view, main)} look={asked ? 'primary' : 'quiet'}>
              {eventWords(t, view.lifecycle, main.event)}
            </LinkButton>
          ) : (
            unfinished && (
              <LinkButton href={unfinished.href}>
                {t('lifecycle.next.fillIn', { part: t.words(unfinished.label) })}
              </LinkButton>
            )
          )
        }
      >
        {due && <DueBadge due={due} />}
        {closed.length > 0 && <Reasons reasons={closed} />}
        {view.waits.length > 1 && (
          <ul className="small soft">
            {view.waits
              .filter((w) => w !== wait)
              .map((w) => (
                <li key={`${w.event}/${w.role}/${w.name ?? ''}`}>
                  <WaitSentence view={view} wait={w} />
                </li>
              ))}
          </ul>
        )}
      </Card>
      <OtherSteps view={view} steps={others.filter((s) => closed.length === 0 || s.event !== asked?.event)} />
    </>
  );
}

type Deadline = RecordView['deadlines'][number];

/** The next day on which something happens by itself; a mere reminder is no such day. */
const nextOnTheClock = (view: RecordView): Deadline | undefined =>
  view.deadlines
    .filter(({ name, held }) => !held && !name.startsWith('remind'))
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0];

function clockWords(t: Translate, view: RecordView, clock: Deadline | undefined): string {
  const what = clock && t.maybe(`${view.lifecycle}.deadline.${clock.name}`);
  return what === undefined ? t('lifecycle.next.nothing') : t('lifecycle.next.then', { what });
}

const unfinishedOf = (content: Content) =>
  content.sections
    .flatMap((section) => (section.kind === 'tasks' ? section.tasks : []))
    .find((task) => task.state !== 'complete');

const hrefOf = (view: RecordView, step: StepView) => paths.event(view.lifecycle, view.id, step.noun);

/** What else is open to this reader, and folded what is closed, each with what would open it. */
function OtherSteps({ view, steps }: { readonly view: RecordView; readonly steps: readonly StepView[] }) {
  const t = useTranslate();
  const open = steps.filter((s) => s.reasons.length === 0);
  const closed = steps.filter((s) => s.reasons.length > 0);
  if (steps.length === 0) return null;
  return (
    <div className="other-steps">
      {open.length > 0 && (
        <p>
          <span className="soft">{t('content.next.also')}</span>
          {open.map((step) => (
            <a
              key={step.event}
              href={hrefOf(view, step)}
              className={step.manner === 'danger' ? 'danger' : undefined}
            >
              {eventWords(t, view.lifecycle, step.event)}
            </a>
          ))}
        </p>
      )}
      {closed.length > 0 && (
        <Fold summary={t('content.next.closed', { count: closed.length })}>
          <dl className="entry-lines">
            {closed.map((step) => (
              <div key={step.event}>
                <dt>{eventWords(t, view.lifecycle, step.event)}</dt>
                <dd>
                  <Reasons reasons={step.reasons} />
                </dd>
              </div>
            ))}
          </dl>
        </Fold>
      )}
    </div>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly Refusal[] }) {
  const t = useTranslate();
  return (
    <ul className="bullets">
      {reasons.map((reason) => (
        <li key={`${reason.code}/${JSON.stringify(reason.params ?? {})}`}>{t.refusal(reason)}</li>
      ))}
    </ul>
  );
}

function WaitSentence({ view, wait }: { readonly view: RecordView; readonly wait: WaitView }) {
  const t = useTranslate();
  const what = waitWords(t, view.lifecycle, wait.event);
  const who = wait.name ?? t.maybe(`role.${wait.role}`) ?? wait.role;
  if (wait.mine) return <>{t('lifecycle.next.yours', { what })}</>;
  return <>{t('lifecycle.next.waitsFor', { who, what })}</>;
}
