import { callStanding } from '#app/domain/call-standing.ts';
import { paths } from '#app/paths.ts';
import { Columns, Stack } from '../layout/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { CallCard, type CallWords } from './call-card.tsx';
import { type CenterWords, useCenterName, useIntroduction } from './center.tsx';
import { Figures, type FigureWords } from './figures.tsx';
import { type NoticeLine, NoticeList } from './notice-list.tsx';
import { type ListedOrganization, OrganizationCards } from './organization-cards.tsx';
import { Sprout } from './sprout.tsx';

export interface HomeView {
  readonly centers: readonly CenterWords[];
  readonly calls: readonly CallWords[];
  readonly notices: readonly NoticeLine[];
  readonly figures: FigureWords;
  readonly organizations: readonly ListedOrganization[];
}

/** What everyone sees first: the center, what is open, what is on notice, who is here. */
export function HomePage({ view }: { readonly view: HomeView }) {
  const t = useTranslate();
  return (
    <>
      <Hero view={view} />
      <section className="stack" aria-labelledby="calls-title" id="calls">
        <h2 id="calls-title">{t('public.calls')}</h2>
        {view.calls.length === 0 ? (
          <EmptyState title={t('public.calls.none')} level={3}>
            {t('public.calls.noneLead')}
          </EmptyState>
        ) : (
          <div className="call-cards">
            {view.calls.map((call) => (
              <CallCard key={call.id} call={call} />
            ))}
          </div>
        )}
      </section>
      <Way />
      <Columns>
        <Stack>
          <Card
            title={t('public.notices.now')}
            id="notices"
            aside={<a href={paths.notices()}>{t('public.notices.all')}</a>}
          >
            {view.notices.length === 0 ? (
              <p className="soft">{t('public.notices.noneNow')}</p>
            ) : (
              <NoticeList notices={view.notices} />
            )}
          </Card>
        </Stack>
        <Stack>
          <Figures figures={view.figures} />
        </Stack>
      </Columns>
      {view.organizations.length > 0 && (
        <section className="stack" aria-labelledby="organizations-title" id="organizations">
          <div className="card-head">
            <h2 id="organizations-title">{t('public.organizations')}</h2>
            <a href={paths.directory()}>{t('public.organizations.all')}</a>
          </div>
          <OrganizationCards organizations={view.organizations} />
        </section>
      )}
      <Contacts centers={view.centers} />
    </>
  );
}

function Hero({ view }: { readonly view: HomeView }) {
  const t = useTranslate();
  const now = useNow();
  const nameOf = useCenterName();
  const introductionOf = useIntroduction();
  const [center] = view.centers;
  const single = view.centers.length === 1 ? center : undefined;
  const open = view.calls.find((call) => callStanding(call, now) === 'open');
  return (
    <div className="hero">
      <div className="hero-words">
        <p className="soft">{t('public.hero.over')}</p>
        <h1>{single ? nameOf(single) : t('public.hero.title')}</h1>
        <p className="hero-lead">{(single && introductionOf(single)) || t('public.hero.lead')}</p>
        <div className="actions">
          {open && <LinkButton href={paths.call(open.id)}>{t('public.hero.apply')}</LinkButton>}
          <LinkButton href={paths.directory()} look="quiet">
            {t('public.hero.directory')}
          </LinkButton>
        </div>
      </div>
      <Sprout />
    </div>
  );
}

const wayStations = ['enter', 'incubate', 'evaluate', 'graduate'] as const;

/** The way of an organization in four stations (入驻—孵化—评估—出壳). */
function Way() {
  const t = useTranslate();
  return (
    <section className="stack" aria-labelledby="way-title" id="way">
      <h2 id="way-title">{t('public.way')}</h2>
      <ol className="way">
        {wayStations.map((station) => (
          <li key={station}>
            <b>{t(`public.way.${station}`)}</b>
            <p>{t(`public.way.${station}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Contacts({ centers }: { readonly centers: readonly CenterWords[] }) {
  const t = useTranslate();
  const nameOf = useCenterName();
  const reachable = centers.filter((center) => center.address !== '' || center.phone !== '');
  if (reachable.length === 0) return null;
  return (
    <Card title={t('public.contact')} id="contact">
      <ul className="contacts">
        {reachable.map((center) => (
          <li key={center.name}>
            <b>{nameOf(center)}</b>
            {center.address !== '' && <span>{center.address}</span>}
            {center.phone !== '' && (
              <span className="num">{t('public.contact.phone', { phone: center.phone })}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
