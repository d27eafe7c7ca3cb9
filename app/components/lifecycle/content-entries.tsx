import type { ContentEntry, ContentLine, RubricInWords } from '#app/domain/lifecycles/content.ts';
import { SummaryList } from '../ui/facts.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import { ShownValue } from './shown.tsx';

/** Lines of facts, one under another. */
export function Lines({ lines }: { readonly lines: readonly ContentLine[] }) {
  const t = useTranslate();
  return (
    <SummaryList
      items={lines.map((l) => ({
        label: t.words(l.label),
        value: l.value === null ? null : <ShownValue value={l.value} />,
      }))}
    />
  );
}

/** What was found, answered, changed or appealed, one after another, each with what is to be said of it. */
export function Entries({ entries }: { readonly entries: readonly ContentEntry[] }) {
  const t = useTranslate();
  return (
    <ol className="entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className="entry-head">
            <h3>{t.words(entry.title)}</h3>
            {entry.tag && <Tag tone={entry.tag.tone}>{t.words(entry.tag.label)}</Tag>}
          </div>
          {entry.lines.length > 0 && (
            <dl className="entry-lines">
              {entry.lines.map((l, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, never reordered
                <div key={index}>
                  <dt>{t.words(l.label)}</dt>
                  <dd>{l.value && <ShownValue value={l.value} />}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A rubric to read: every item with its points and the rule by which they are found. */
export function RubricText({ rubric }: { readonly rubric: RubricInWords }) {
  const t = useTranslate();
  return (
    <div className="rubric">
      <p className="soft small prose">{t.words(rubric.basis)}</p>
      {rubric.dimensions.map((dimension) => (
        <section key={dimension.id}>
          <h3>
            {t.words(dimension.label)}
            <small>{t('content.points', { points: dimension.weight })}</small>
          </h3>
          <dl className="entry-lines">
            {dimension.items.map((item) => (
              <div key={item.id}>
                <dt>
                  {t.words(item.label)}
                  <small>{t('content.points', { points: item.max })}</small>
                </dt>
                <dd>
                  <ul>
                    {item.how.map((how) => (
                      <li key={t.words(how)}>{t.words(how)}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {rubric.mustHaves.length > 0 && (
        <Statements title={t('sheet.mustHaves')} items={rubric.mustHaves.map((m) => t.words(m))} />
      )}
      {rubric.vetoes.length > 0 && (
        <Statements title={t('sheet.vetoes')} items={rubric.vetoes.map((v) => t.words(v))} />
      )}
    </div>
  );
}

function Statements({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="bullets">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
