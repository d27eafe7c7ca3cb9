import { dayOf } from '#app/i18n/format.ts';
import { paths } from '#app/paths.ts';
import { Columns, PageTitle, Stack } from '../layout/index.ts';
import { Card } from '../ui/card.tsx';
import { SummaryList } from '../ui/facts.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import { useCenterName } from './center.tsx';

export interface EntryWords {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly center: { readonly name: string; readonly nameEn: string };
  readonly registrationType: string;
  readonly uscc: string | null;
  readonly recordNo: string | null;
  readonly stage: string | null;
  readonly communityKind: string | null;
  readonly fields: readonly string[];
  readonly community: string | null;
  readonly foundedOn: string | null;
  readonly scope: string | null;
  readonly rating: string | null;
  readonly stages: readonly {
    readonly stage: 'admitted' | 'incubating' | 'graduated' | 'left';
    readonly at: string;
    readonly certificate: string | null;
  }[];
}

/** One organization of the directory: its public facts, and the stages that it went through. */
export function EntryPage({ view }: { readonly view: EntryWords }) {
  const t = useTranslate();
  const nameOf = useCenterName();
  const word = (prefix: string, value: string | null) =>
    value === null ? null : (t.maybe(`${prefix}.${value}`) ?? value);
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('public.directory'), href: paths.directory() }]}
        tag={
          <Tag tone={view.standing === 'graduated' ? 'good' : 'waiting'}>
            {word('standing', view.standing)}
          </Tag>
        }
        lead={nameOf(view.center)}
      >
        {view.name}
      </PageTitle>
      <Columns>
        <Card title={t('public.entry.facts')} id="facts">
          <SummaryList
            items={[
              {
                label: t('organization.field.registrationType'),
                value: word('registrationType', view.registrationType),
              },
              ...(view.uscc
                ? [{ label: t('organization.field.uscc'), value: <span className="num">{view.uscc}</span> }]
                : []),
              ...(view.recordNo ? [{ label: t('organization.field.recordNo'), value: view.recordNo }] : []),
              ...(view.foundedOn
                ? [{ label: t('organization.field.foundedOn'), value: t.format.date(view.foundedOn) }]
                : []),
              ...(view.communityKind
                ? [
                    {
                      label: t('organization.field.communityKind'),
                      value: word('communityKind', view.communityKind),
                    },
                  ]
                : []),
              ...(view.fields.length > 0
                ? [
                    {
                      label: t('organization.field.fields'),
                      value: view.fields.map((f) => t.maybe(`serviceField.${f}`) ?? f).join(' · '),
                    },
                  ]
                : []),
              ...(view.scope ? [{ label: t('organization.field.scope'), value: view.scope }] : []),
              ...(view.community
                ? [{ label: t('organization.field.community'), value: view.community }]
                : []),
              ...(view.stage
                ? [{ label: t('organization.field.stage'), value: word('stage', view.stage) }]
                : []),
              ...(view.rating
                ? [{ label: t('organization.field.rating'), value: word('rating', view.rating) }]
                : []),
            ]}
          />
        </Card>
        <Stack>
          <Card title={t('public.entry.stages')} id="stages">
            {view.stages.length === 0 ? (
              <p className="soft">{t('public.entry.noStages')}</p>
            ) : (
              <ol className="log">
                {view.stages.map((stage) => (
                  <li key={stage.stage + stage.at}>
                    <b>{t(`public.stage.${stage.stage}`)}</b>
                    <time dateTime={stage.at}>
                      {t.format.date(stage.at.length === 10 ? stage.at : dayOf(stage.at))}
                    </time>
                    {stage.certificate && (
                      <a className="small" href={paths.certificate(stage.certificate)}>
                        {t('public.entry.certificate', { number: stage.certificate })}
                      </a>
                    )}
                  </li>
                ))}
              </ol>
            )}
          </Card>
        </Stack>
      </Columns>
    </>
  );
}
