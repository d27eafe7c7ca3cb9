import type { Field, Values } from '#app/domain/forms/field.ts';
import type { ContentSection } from '#app/domain/lifecycles/content.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormError } from '../forms/field-words.ts';
import { Form } from '../forms/index.ts';
import { useKeptForm } from '../forms/kept-form.tsx';
import { documentsOfValues, type RawValues } from '../forms/raw.ts';
import { TypedBefore } from '../forms/typed-before.tsx';
import { PageTitle, Stack } from '../layout/index.ts';
import { IssuedLetters } from '../letters/issued-letters.tsx';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { ClosedStep } from './closed-step.tsx';
import { ContentSections } from './content-sections.tsx';
import { eventWords, numberWords, stateWords } from './words.ts';

/** What the page of an event is drawn from. */
export interface EventPageView {
  readonly lifecycle: LifecycleName;
  readonly id: string;
  readonly event: string;
  readonly noun: string;
  /** The event whose form this is: itself, or the one that it is a second button of. */
  readonly main: { readonly event: string; readonly noun: string };
  /** Second buttons of the form, each sent to a door of its own. */
  readonly beside: readonly { readonly event: string; readonly noun: string }[];
  readonly manner: 'primary' | 'plain' | 'danger';
  readonly organizationName: string;
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
  readonly allowed: boolean;
  readonly by: readonly string[];
  readonly reasons: readonly Refusal[];
  readonly fields: readonly Field[];
  readonly leastOne?: boolean;
  /** What was saved before: its documents stand at their questions, to be kept or taken away. */
  readonly values: Values;
  readonly tells: readonly string[];
  readonly key: string;
}

interface Props {
  readonly view: EventPageView;
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
  /** What the record says to this reader, to be read before it is decided on. */
  readonly about?: readonly ContentSection[];
  /** The letters issued so far: the agreement is read before it is signed. */
  readonly letters?: Parameters<typeof IssuedLetters>[0]['letters'];
}

/** A form of more questions than this is a sheet: drawn close, its headings in sight, with the way to the end. */
const compactFrom = 12;

/** What a refusal says beyond the reasons for which the step is closed anyway. */
const isNews = (reasons: readonly Refusal[]) => (error: FormError) =>
  !('field' in error) && !reasons.some(({ code }) => code === error.code);

/** The one door of every event: its form and what will follow, or the reasons why it is closed. */
export function EventPage({ view, errors, raw, about = [], letters = [] }: Props) {
  const t = useTranslate();
  const what = eventWords(t, view.lifecycle, view.main.event);
  const back = paths.record(view.lifecycle, view.id);
  const kept = useKeptForm(paths.event(view.lifecycle, view.id, view.noun));
  const hint = t.maybe(`${view.lifecycle}.event.${view.main.event}.hint`);
  const atHand = about.filter((section) => section.decides?.includes(view.event));
  const rest = about.filter((section) => !atHand.includes(section));
  const doorBeside = (noun: string) =>
    noun === view.noun ? undefined : paths.event(view.lifecycle, view.id, noun);
  return (
    <>
      <PageTitle
        crumbs={[
          { label: t.maybe(`${view.lifecycle}.title`) ?? view.lifecycle, href: paths.list(view.lifecycle) },
          { label: view.organizationName, href: back },
        ]}
        lead={[
          view.number && numberWords(t, view.lifecycle, view.number),
          stateWords(t, view.lifecycle, view.state),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {what}
      </PageTitle>
      {view.reasons.length > 0 ? (
        <>
          <ClosedStep
            reasons={[...view.reasons, ...errors.filter(isNews(view.reasons))]}
            back={back}
            {...(view.allowed ? {} : { by: view.by })}
          />
          <TypedBefore fields={view.fields} raw={kept?.raw ?? (errors.length > 0 ? raw : {})} />
        </>
      ) : (
        <>
          {hint && <p className="prose">{hint}</p>}
          <ContentSections sections={atHand} />
          {rest.length > 0 && (
            <Fold summary={t('lifecycle.event.about')}>
              <Stack>
                <IssuedLetters lifecycle={view.lifecycle} recordId={view.id} letters={letters} />
                <ContentSections sections={rest} />
              </Stack>
            </Fold>
          )}
          <Form
            action={paths.event(view.lifecycle, view.id, view.noun)}
            fields={view.fields}
            values={raw}
            errors={errors}
            documents={documentsOfValues(view.fields, view.values)}
            idempotencyKey={view.key}
            version={view.version}
            submit={t.maybe(`${view.lifecycle}.event.${view.main.event}.submit`) ?? what}
            submitTo={doorBeside(view.main.noun)}
            before={view.beside.map(({ event, noun }) => (
              <Button key={event} look="quiet" formAction={doorBeside(noun)}>
                {eventWords(t, view.lifecycle, event)}
              </Button>
            ))}
            submitLook={view.manner === 'danger' ? 'danger' : 'primary'}
            secondary={<a href={back}>{t('lifecycle.event.back')}</a>}
            {...(view.fields.some((f) => f.kind !== 'files' && f.kind !== 'tick')
              ? { autosave: paths.eventDraft(view.lifecycle, view.id, view.noun) }
              : {})}
            wide={view.fields.some((f) => f.kind === 'rows')}
            compact={view.fields.length > compactFrom}
            leastOne={view.leastOne ?? false}
          >
            {view.tells.length > 0 && (
              <Notice>
                {t('lifecycle.event.willTell', {
                  who: t.format.list(view.tells.map((r) => t.maybe(`role.${r}`) ?? r)),
                })}
              </Notice>
            )}
          </Form>
        </>
      )}
    </>
  );
}
