import type { ContentRow, ContentSection } from '#app/domain/lifecycles/content.ts';
import { paths } from '#app/paths.ts';
import { SpreadDots } from '../charts/spread-dots.tsx';
import { ReadValues } from '../forms/read-values.tsx';
import { Card } from '../ui/card.tsx';
import { Checklist } from '../ui/checklist.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { FileLink } from '../ui/file-link.tsx';
import { Fold } from '../ui/fold.tsx';
import { FreshMark } from '../ui/fresh-mark.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Meter } from '../ui/meter.tsx';
import { Tag } from '../ui/tag.tsx';
import { TaskList } from '../ui/task-list.tsx';
import { Entries, Lines, RubricText } from './content-entries.tsx';
import { ShownValue } from './shown.tsx';

/** The parts of a record's page, each a card; what few read every time is folded under its heading. */
export function ContentSections({
  sections,
  fresh = [],
}: {
  readonly sections: readonly ContentSection[];
  /** Ids of the parts that changed since the reader's last visit. */
  readonly fresh?: readonly string[];
}) {
  const t = useTranslate();
  return sections.map((section) => {
    const title = fresh.includes(section.id) ? (
      <>
        {t.words(section.title)} <FreshMark />
      </>
    ) : (
      t.words(section.title)
    );
    const note = section.note && <ShownValue value={section.note} />;
    const action = section.action && <a href={section.action.href}>{t.words(section.action.label)}</a>;
    if (section.fold)
      return (
        <Card key={section.id} id={section.id}>
          <Fold
            summary={
              <h2>
                {title}
                {note && <small>{note}</small>}
              </h2>
            }
          >
            {action && <p>{action}</p>}
            <SectionBody section={section} />
          </Fold>
        </Card>
      );
    return (
      <Card
        key={section.id}
        id={section.id}
        title={title}
        {...(note ? { note } : {})}
        {...(action ? { aside: action } : {})}
      >
        <SectionBody section={section} />
      </Card>
    );
  });
}

type Kind<K extends ContentSection['kind']> = { readonly section: Extract<ContentSection, { kind: K }> };

const taskTone = { complete: 'good', begun: 'waiting', open: 'neutral' } as const;

function SectionBody({ section }: { readonly section: ContentSection }) {
  const t = useTranslate();
  switch (section.kind) {
    case 'answers':
      return (
        <ReadValues
          fields={section.fields}
          values={section.values}
          documentHref={(d) => paths.document(d.id)}
        />
      );
    case 'facts':
      return (
        <>
          {section.meter && (
            <Meter
              label={t.words(section.meter.label)}
              text={t.words(section.meter.text)}
              value={section.meter.value}
              max={section.meter.max}
            />
          )}
          <Lines lines={section.lines} />
        </>
      );
    case 'text':
      return <p className="prose">{t.words(section.text)}</p>;
    case 'entries':
      return section.entries.length === 0 ? (
        <p className="soft">{t.words(section.empty)}</p>
      ) : (
        <Entries entries={section.entries} />
      );
    case 'rubric':
      return <RubricText rubric={section.rubric} />;
    case 'documents':
      return <Documents section={section} />;
    case 'tasks':
      return (
        <TaskList
          items={section.tasks.map((task) => ({
            href: task.href,
            name: t.words(task.label),
            state: (
              <Tag tone={taskTone[task.state]}>
                {task.note ? t.words(task.note) : t(`lifecycle.task.${task.state}`)}
              </Tag>
            ),
          }))}
        />
      );
    case 'checklist':
      return (
        <Checklist
          count
          items={section.lines.map((l) => ({
            id: l.id,
            ok: l.ok,
            text: t.words(l.text),
            ...(l.note ? { note: t.words(l.note) } : {}),
            ...(l.evidence && l.evidence.length > 0
              ? { proof: <ShownValue value={{ all: l.evidence }} /> }
              : {}),
          }))}
        />
      );
    case 'table':
      return <Table section={section} />;
    case 'spread':
      return (
        <SpreadDots
          id={`${section.id}-chart`}
          title={t.words(section.title)}
          description={t('lifecycle.spread.description', {
            mean: t.format.score(section.mean),
          })}
          max={section.max}
          rows={[{ label: t('lifecycle.spread.sheets'), values: section.points.map((p) => p.value) }]}
          {...(section.pass === undefined
            ? {}
            : { pass: { value: section.pass, label: t('content.passMark', { points: section.pass }) } })}
        />
      );
  }
}

function Documents({ section }: Kind<'documents'>) {
  const t = useTranslate();
  const now = useNow();
  if (section.documents.length === 0) return <p className="soft">{t.words(section.empty)}</p>;
  return (
    <ul className="file-list">
      {section.documents.map((d) => (
        <li key={d.id}>
          {d.label && <span>{t('lifecycle.document.of', { what: t.words(d.label) })} </span>}
          <FileLink href={paths.document(d.id)} name={d.name} size={d.size} />
          {d.at && <span className="soft small"> {t.format.instant(d.at, now)}</span>}
        </li>
      ))}
    </ul>
  );
}

function Table({ section }: Kind<'table'>) {
  const t = useTranslate();
  if (section.rows.length === 0) return <p className="soft">{t.words(section.empty)}</p>;
  return (
    <DataTable<ContentRow>
      caption={t.words(section.title)}
      captionHidden
      rows={section.rows}
      rowKey={(row) => row.id}
      rowClass={(row) => (row.strong ? 'row-strong' : undefined)}
      columns={section.head.map((h, i) => ({
        key: String(i),
        head: t.words(h.label),
        main: i === 0,
        ...(h.number ? { number: true } : {}),
        cell: (row) => {
          const value = row.cells[i];
          if (!value) return null;
          const shown = <ShownValue value={value} />;
          return i === 0 && row.href ? <a href={row.href}>{shown}</a> : shown;
        },
      }))}
    />
  );
}
