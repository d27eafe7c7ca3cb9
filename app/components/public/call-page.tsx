import { callStanding } from '#app/domain/call-standing.ts';
import { documentFields } from '#app/domain/forms/application-form.ts';
import type { Track } from '#app/domain/lifecycles/application/facts.ts';
import type { Settings } from '#app/domain/settings.ts';
import { paths } from '#app/paths.ts';
import { labelOf } from '../forms/index.ts';
import { Columns, PageTitle, Stack } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Fold } from '../ui/fold.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { ApplyButton, CallTag, CallTime, type CallWords } from './call-card.tsx';
import { type CenterWords, useCenterName } from './center.tsx';

export interface CallView extends CallWords {
  readonly center: Pick<CenterWords, 'name' | 'nameEn' | 'address' | 'phone'>;
  readonly settings: Settings;
  /** The road of an application, by the names of its states. */
  readonly road: readonly string[];
}

/** A call: what it is, until when, what is asked, how it is decided, and the way in. */
export function CallPage({ view }: { readonly view: CallView }) {
  const t = useTranslate();
  const now = useNow();
  const nameOf = useCenterName();
  const standing = callStanding(view, now);
  return (
    <>
      <PageTitle
        crumbs={[{ label: nameOf(view.center), href: paths.home() }]}
        tag={<CallTag call={view} />}
        lead={view.program}
      >
        {view.title}
      </PageTitle>
      <Card
        look="accent"
        id="apply"
        title={t(`public.call.next.${standing}`)}
        aside={standing === 'open' ? <ApplyButton call={view} /> : undefined}
      >
        <CallTime call={view} />
        {standing === 'open' && <p className="soft small">{t('public.call.next.how')}</p>}
      </Card>
      <Facts
        items={[
          { label: t('public.call.opens'), value: t.format.instant(view.opensAt, now) },
          {
            label: t('public.call.closes'),
            value: view.closesAt ? t.format.due(view.closesAt, now).date : t('public.call.rolling'),
          },
          {
            label: t('public.call.quota'),
            value: view.quota === null ? t('public.call.noQuota') : t.format.number(view.quota),
          },
          { label: t('public.call.term'), value: t('public.months', { count: view.settings.termMonths }) },
        ]}
      />
      <Columns>
        <Stack>
          {view.summary !== '' && (
            <Card title={t('public.call.about')} id="about">
              <p className="prose lines">{view.summary}</p>
            </Card>
          )}
          <Card title={t('public.call.documents')} id="documents">
            <p className="prose">{t('public.call.documents.lead')}</p>
            {tracks.map((track, index) => (
              <Fold key={track} summary={t(`public.track.${track}`)} open={index === 0}>
                <TrackDocuments track={track} />
              </Fold>
            ))}
          </Card>
        </Stack>
        <Stack>
          <Card title={t('public.call.road')} id="road">
            <Road view={view} />
          </Card>
          {(view.center.phone !== '' || view.center.address !== '') && (
            <Card title={t('public.contact')} id="contact">
              <p>
                {nameOf(view.center)}
                <br />
                {view.center.address}
              </p>
              {view.center.phone !== '' && (
                <p className="num">{t('public.contact.phone', { phone: view.center.phone })}</p>
              )}
            </Card>
          )}
        </Stack>
      </Columns>
    </>
  );
}

const tracks: readonly Track[] = ['registered', 'recorded', 'unregistered'];

function TrackDocuments({ track }: { readonly track: Track }) {
  const t = useTranslate();
  return (
    <ol className="asked">
      {documentFields(track).map((field) => (
        <li key={field.name}>
          {labelOf(t, field)}
          {field.optional && <span className="optional">{t('forms.optional')}</span>}
        </li>
      ))}
    </ol>
  );
}

/** How an application is decided: each station of its road, with how long it may take. */
function Road({ view }: { readonly view: CallView }) {
  const t = useTranslate();
  const { settings } = view;
  const figures = {
    acceptDays: settings.acceptDays,
    screeningDays: settings.screeningDays,
    supplementDays: settings.supplementDays,
    panelSize: settings.panelSize,
    entryPass: settings.entryPass,
    noticeDays: settings.noticeDays,
    signingDays: settings.signingDays,
    termMonths: settings.termMonths,
    unit: settings.noticeInCalendarDays ? 'calendar' : 'working',
    decider: settings.decider,
  };
  return (
    <ol className="road">
      {view.road.map((state) => {
        const note = t.maybe(`public.road.${state}.text`, figures);
        return (
          <li key={state}>
            <b>{t.maybe(`public.road.${state}`) ?? t.maybe(`application.state.${state}`) ?? state}</b>
            {note && <p className="soft small">{note}</p>}
          </li>
        );
      })}
    </ol>
  );
}
