import type { ContentRow, ContentSection } from '#app/domain/lifecycles/content.ts';
import { paths } from '#app/paths.ts';
import { ReadValues } from '../forms/read-values.tsx';
import { SpreadDots } from '../charts/spread-dots.tsx';
import { Card } from '../ui/card.tsx';
import { Checklist } from '../ui/checklist.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { SummaryList } from '../ui/facts.tsx';
import { FileLink } from '../ui/file-link.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';
import { TaskList } from '../ui/task-list.tsx';

/** The parts of a record's page, each a card. */
export function ContentSections({ sections }: { readonly sections: readonly ContentSection[] }) {
  const t = useTranslate();
  return sections.map((section) => (
    <Card
      key={section.id}
      id={section.id}
      title={t.words(section.title)}
      {...(section.note ? { note: t.words(section.note) } : {})}
      {...(section.action ? { aside: <a href={section.action.href}>{t.words(section.action.label)}</a> } : {})}
    >
      <SectionBody section={section} />
    </Card>
  ));
}

const taskTone = { complete: 'good', begun: 'waiting', open: 'neutral' } as const;

function SectionBody({ section }: { readonly section: ContentSection }) {
  const t = useTranslate();
  const now = useNow();
  switch (section.kind) {
    case 'answers':
      return <ReadValues fields={section.fields} values={section.values} documentHref={(d) => paths.document(d.id)} />;
    case 'facts':
      return (
        <SummaryList items={section.lines.map((l) => ({ label: t.words(l.label), value: l.value ? t.words(l.value) : null }))} />
      );
    case 'text':
      return <p className="prose">{t.words(section.text)}</p>;
    case 'documents':
      return section.documents.length === 0 ? (
        <p className="soft">{t.words(section.empty)}</p>
      ) : (
        <ul className="plain-list">
          {section.documents.map((d) => (
            <li key={d.id}>
              {d.label && <span>{t('lifecycle.document.of', { what: t.words(d.label) })} </span>}
              <FileLink href={paths.document(d.id)} name={d.name} size={d.size} />
              <span className="soft small"> {t.format.instant(d.at, now)}</span>
            </li>
          ))}
        </ul>
      );
    case 'tasks':
      return (
        <TaskList
          items={section.tasks.map((task) => ({
            href: task.href,
            name: t.words(task.label),
            state: <Tag tone={taskTone[task.state]}>{task.note ? t.words(task.note) : t(`lifecycle.task.${task.state}`)}</Tag>,
          }))}
        />
      );
    case 'checklist':
      return (
        <Checklist
          count
          items={section.lines.map((l) => ({ id: l.id, ok: l.ok, text: t.words(l.text), ...(l.note ? { note: t.words(l.note) } : {}) }))}
        />
      );
    case 'table':
      return section.rows.length === 0 ? (
        <p className="soft">{t.words(section.empty)}</p>
      ) : (
        <DataTable<ContentRow>
          caption={t.words(section.title)}
          captionHidden
          rows={section.rows}
          rowKey={(row) => row.id}
          columns={section.head.map((h, i) => ({
            key: String(i),
            head: t.words(h.label),
            main: i === 0,
            ...(h.number ? { number: true } : {}),
            cell: (row) => {
              const words = row.cells[i];
              const text = words ? t.words(words) : '';
              return i === 0 && row.href ? <a href={row.href}>{text}</a> : text;
            },
          }))}
        />
      );
    case 'spread':
      return (
        <SpreadDots
          id={`${section.id}-chart`}
          title={t.words(section.title)}
          description={t('lifecycle.spread.description', { mean: section.mean })}
          max={section.max}
          rows={[{ label: t('lifecycle.spread.sheets'), values: section.points.map((p) => p.value) }]}
        />
      );
  }
}
