import type { Content } from '#app/domain/lifecycles/content.ts';
import type { NewsView, RecordView } from '#app/domain/lifecycles/view.ts';
import { paths } from '#app/paths.ts';
import { Columns, PageTitle, Stack } from '../layout/index.ts';
import { IssuedLetters } from '../letters/issued-letters.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { FreshMark } from '../ui/fresh-mark.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import { ContentSections } from './content-sections.tsx';
import { RecordHistory } from './history.tsx';
import { NextStep } from './next-step.tsx';
import { LifecyclePicture } from './picture.tsx';
import { Road } from './road.tsx';
import { ShownValue } from './shown.tsx';
import { deadlineWords, numberWords, stateWords } from './words.ts';

/** The page of one record: what it is, the next step, its life, its content, its history. */
export function RecordPage({
  view,
  content,
  letters,
  news,
}: {
  readonly view: RecordView;
  readonly content: Content;
  readonly letters: Parameters<typeof IssuedLetters>[0]['letters'];
  readonly news: NewsView;
}) {
  const t = useTranslate();
  const now = useNow();
  return (
    <>
      <PageTitle
        crumbs={[
          { label: t.maybe(`${view.lifecycle}.title`) ?? view.lifecycle, href: paths.list(view.lifecycle) },
        ]}
        tag={<Tag tone={view.tone}>{stateWords(t, view.lifecycle, view.state)}</Tag>}
      >
        {view.organization.name}
      </PageTitle>
      <Facts
        items={[
          {
            label: t('lifecycle.fact.number'),
            value: view.number && numberWords(t, view.lifecycle, view.number),
          },
          ...content.facts.map((f) => ({ label: t.words(f.label), value: <ShownValue value={f.value} /> })),
          {
            label: t('lifecycle.fact.organization'),
            value: content.organizationOpen ? (
              <a href={paths.organization(view.organization.id)}>{t('content.organization.open')}</a>
            ) : null,
          },
          { label: t('lifecycle.fact.responsible'), value: view.responsible },
          { label: t('lifecycle.fact.since'), value: t.format.instant(view.stateSince, now) },
        ]}
      />
      {news.events.length > 0 && (
        <p>
          <FreshMark /> <a href="#history">{t('lifecycle.news', { count: news.events.length })}</a>
        </p>
      )}
      <NextStep view={view} content={content} />
      <section aria-label={t('lifecycle.road')}>
        <Road view={view} />
        <LifecyclePicture view={view} />
      </section>
      <Columns>
        <Stack>
          <ContentSections sections={content.sections} fresh={news.sections} />
        </Stack>
        <Stack>
          {view.deadlines.length > 0 && (
            <Card title={t('lifecycle.deadlines')} id="deadlines">
              <ul className="deadline-list">
                {view.deadlines.map((d) => (
                  <li key={d.name}>
                    {deadlineWords(t, view.lifecycle, d.name)}
                    <br />
                    <span className="soft small">{t.format.due(d.due, now).date}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <IssuedLetters lifecycle={view.lifecycle} recordId={view.id} letters={letters} />
          <Card title={t('lifecycle.history')} id="history">
            <RecordHistory view={view} limit={8} fresh={news.events} />
            <p className="small">
              <a href={paths.recordHistory(view.lifecycle, view.id)}>
                {t('lifecycle.history.all', { count: view.history.length })}
              </a>
            </p>
          </Card>
        </Stack>
      </Columns>
    </>
  );
}
