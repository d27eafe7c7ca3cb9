import type { LifeLine, OrganizationView } from '#app/domain/organization-view.ts';
import { paths } from '#app/paths.ts';
import { Columns, PageTitle, Stack } from '../layout/index.ts';
import { stateWords } from '../lifecycle/words.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DueBadge } from '../ui/due-badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Facts, SummaryList } from '../ui/facts.tsx';
import { FileLink } from '../ui/file-link.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import { Life, useRecordName } from './life.tsx';
import { StandingTag } from './standing-tag.tsx';

interface Props {
  readonly view: OrganizationView;
  /** The reader just changed it. */
  readonly saved: boolean;
}

/** One organization's whole life: who it is, where it stands, what happened, what comes next. */
export function OrganizationPage({ view, saved }: Props) {
  const t = useTranslate();
  const { facts } = view;
  return (
    <>
      <PageTitle
        {...(view.mayOpenRegister
          ? { crumbs: [{ label: t('organization.register'), href: paths.organizations() }] }
          : {})}
        tag={<StandingTag standing={view.standing} />}
        {...(view.mayEdit || view.mayManagePeople ? { actions: <PageActions view={view} /> } : {})}
      >
        {view.name}
      </PageTitle>
      {saved && (
        <Notice tone="good" live>
          {t('organization.saved')}
        </Notice>
      )}
      {facts.creditFlag !== 'normal' && (
        <Notice tone="stopped" title={t.maybe(`creditFlag.${facts.creditFlag}`) ?? facts.creditFlag}>
          {t('organization.creditWarning')}
        </Notice>
      )}
      <Facts
        items={[
          {
            label: t('organization.field.registrationType'),
            value: t.maybe(`registrationType.${facts.registrationType}`) ?? facts.registrationType,
          },
          { label: t('organization.field.code'), value: facts.uscc ?? facts.recordNo },
          { label: t('organization.field.community'), value: facts.community },
          {
            label: t('organization.field.joinedOn'),
            value: facts.joinedOn ? t.format.date(facts.joinedOn) : null,
          },
          {
            label: t('organization.seat'),
            value: view.seat
              ? t('organization.seat.at', {
                  code: view.seat.code,
                  room: view.seat.room,
                  status: t.maybe(`organization.seat.${view.seat.status}`) ?? view.seat.status,
                })
              : null,
          },
        ]}
      />
      {view.nextDue && <NextDue entry={view.nextDue} />}
      <Columns>
        <Stack>
          <Card
            title={t('organization.life')}
            note={t('organization.life.count', { count: view.life.length })}
            id="life"
          >
            {view.life.length === 0 ? (
              <EmptyState title={t('organization.life.empty')} level={3}>
                {t('organization.life.emptyLead')}
              </EmptyState>
            ) : (
              <Life entries={view.life} />
            )}
          </Card>
          {view.papers.length > 0 && <Papers view={view} />}
        </Stack>
        <Stack>
          <RegisterFacts view={view} />
        </Stack>
      </Columns>
    </>
  );
}

function PageActions({ view }: { readonly view: OrganizationView }) {
  const t = useTranslate();
  return (
    <>
      {view.mayManagePeople && (
        <LinkButton href={paths.organizationPeople(view.id)} look="quiet">
          {t('organization.people')}
        </LinkButton>
      )}
      {view.mayEdit && (
        <LinkButton href={`${paths.organization(view.id)}?edit=1`} look="quiet">
          {t('organization.edit')}
        </LinkButton>
      )}
    </>
  );
}

function NextDue({ entry }: { readonly entry: LifeLine }) {
  const t = useTranslate();
  const nameOf = useRecordName();
  return (
    <Card
      look="accent"
      id="next"
      title={t('organization.next', {
        what: nameOf(entry),
        state: stateWords(t, entry.lifecycle, entry.state),
      })}
      aside={<LinkButton href={entry.href}>{t('ui.button.view')}</LinkButton>}
    >
      <DueBadge due={entry.due} soonDays={3} />
    </Card>
  );
}

/** What the register says, with people's data masked unless the reader may see it. */
function RegisterFacts({ view }: { readonly view: OrganizationView }) {
  const t = useTranslate();
  const { facts } = view;
  const word = (prefix: string, value: string | null) =>
    value === null ? null : (t.maybe(`${prefix}.${value}`) ?? value);
  const people = (count: number | null) =>
    count === null ? null : t('organization.people.count', { count });
  return (
    <Card
      title={t('organization.facts')}
      id="facts"
      {...(view.masked ? { note: t('organization.masked') } : {})}
    >
      <SummaryList
        items={[
          { label: t('organization.field.personName'), value: facts.personName },
          { label: t('organization.field.phone'), value: facts.phone },
          { label: t('organization.field.email'), value: facts.email },
          { label: t('organization.field.address'), value: facts.address },
          {
            label: t('organization.field.foundedOn'),
            value: facts.foundedOn ? t.format.date(facts.foundedOn) : null,
          },
          { label: t('organization.field.stage'), value: word('stage', facts.stage) },
          { label: t('organization.field.communityKind'), value: word('communityKind', facts.communityKind) },
          {
            label: t('organization.field.fields'),
            value:
              facts.fields.length > 0
                ? facts.fields.map((f) => t.maybe(`serviceField.${f}`) ?? f).join(' · ')
                : null,
          },
          { label: t('organization.field.scope'), value: facts.scope },
          { label: t('organization.field.partyStatus'), value: word('partyStatus', facts.partyStatus) },
          { label: t('organization.field.rating'), value: word('rating', facts.rating) },
          { label: t('organization.field.creditFlag'), value: word('creditFlag', facts.creditFlag) },
          { label: t('organization.field.fullTime'), value: people(facts.fullTime) },
          { label: t('organization.field.socialWorkers'), value: people(facts.socialWorkers) },
          { label: t('organization.field.volunteers'), value: people(facts.volunteers) },
          ...(facts.barredUntil
            ? [{ label: t('organization.field.barredUntil'), value: t.format.date(facts.barredUntil) }]
            : []),
        ]}
      />
    </Card>
  );
}

function Papers({ view }: { readonly view: OrganizationView }) {
  const t = useTranslate();
  const now = useNow();
  return (
    <Card title={t('organization.papers')} id="papers">
      <ul className="papers">
        {view.papers.map((paper) => (
          <li key={paper.id}>
            <span className="small soft">
              {t('ui.colon', {
                label: t.maybe(`document.${paper.slot}`) ?? paper.slot,
                value: t.format.instant(paper.uploadedAt, now),
              })}
            </span>
            <FileLink href={paths.document(paper.id)} name={paper.name} size={paper.size} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
