import type { Rubric, RubricDimension } from '#app/domain/rubrics.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { ruleLines } from './rule-words.ts';

/** Where a draft is changed; a published version has no such places. */
export interface RubricEditing {
  readonly action: string;
  readonly key: string;
  readonly seen: string;
}

/** A rubric in full: its marks, vetoes and must-haves, and each dimension with its items and how they are scored. */
export function RubricView({
  rubric,
  editing,
}: {
  readonly rubric: Rubric;
  readonly editing?: RubricEditing;
}) {
  const t = useTranslate();
  const n = t.format.number;
  const tie = rubric.dimensions.find((d) => d.id === rubric.tieDimension);
  return (
    <>
      <Card
        title={t('admin.rubric.head')}
        id="head"
        aside={editing && <a href={`${editing.action}?head=1`}>{t('admin.rubric.change')}</a>}
      >
        <Facts
          items={[
            { label: t('admin.rubric.field.max'), value: n(rubric.max) },
            { label: t('admin.rubric.field.pass'), value: rubric.pass !== undefined && n(rubric.pass) },
            {
              label: t('admin.rubric.field.conditionalFrom'),
              value: rubric.conditionalFrom !== undefined && n(rubric.conditionalFrom),
            },
            {
              label: t('admin.rubric.field.bonusUpTo'),
              value: rubric.bonusUpTo !== undefined && n(rubric.bonusUpTo),
            },
            { label: t('admin.rubric.field.tieDimension'), value: tie && t.words(tie) },
            {
              label: t('admin.rubric.field.grades'),
              value: rubric.grades && t.format.list(rubric.grades.map((g) => `${t.words(g)} ≥ ${n(g.from)}`)),
            },
          ]}
        />
        <p className="prose soft small">{t.words(rubric.basis)}</p>
        <Statements title={t('admin.rubric.field.vetoes')} list={rubric.vetoes.map((v) => t.words(v))} />
        <Statements
          title={t('admin.rubric.field.mustHaves')}
          list={rubric.mustHaves.map((m) => t.words(m))}
        />
      </Card>
      {rubric.dimensions.map((dimension) => (
        <Dimension key={dimension.id} dimension={dimension} {...(editing ? { editing } : {})} />
      ))}
      {editing && <Act editing={editing} intent="addDimension" words={t('admin.rubric.addDimension')} />}
    </>
  );
}

function Statements({ title, list }: { readonly title: string; readonly list: readonly string[] }) {
  if (list.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="prose">
        {list.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
}

interface DimensionProps {
  readonly dimension: RubricDimension;
  readonly editing?: RubricEditing;
}

function Dimension({ dimension, editing }: DimensionProps) {
  const t = useTranslate();
  const name = t.words(dimension) || t('admin.rubric.unnamed');
  return (
    <Card
      title={name}
      note={t('admin.rubric.weight', { points: t.format.number(dimension.weight) })}
      id={`dimension-${dimension.id}`}
      aside={
        editing && <a href={`${editing.action}?dimension=${dimension.id}`}>{t('admin.rubric.changeItems')}</a>
      }
    >
      {dimension.items.length === 0 ? (
        <p className="soft">{t('admin.rubric.noItems')}</p>
      ) : (
        <DataTable
          caption={name}
          captionHidden
          rows={dimension.items}
          rowKey={(item) => item.id}
          columns={[
            {
              key: 'item',
              head: t('admin.rubric.item'),
              main: true,
              cell: (item) =>
                editing ? (
                  <a href={`${editing.action}?item=${item.id}`}>
                    {t.words(item) || t('admin.rubric.unnamed')}
                  </a>
                ) : (
                  t.words(item)
                ),
            },
            {
              key: 'rule',
              head: t('admin.rubric.rule'),
              cell: (item) => (
                <>
                  {ruleLines(t, item).map((line) => (
                    <span key={line} className="block">
                      {line}
                    </span>
                  ))}
                  {item.mayBeNotApplicable && (
                    <span className="soft small block">{t('admin.rubric.field.mayBeNotApplicable')}</span>
                  )}
                </>
              ),
            },
            {
              key: 'max',
              head: t('admin.rubric.field.itemMax'),
              number: true,
              cell: (item) => t.format.number(item.max),
            },
          ]}
        />
      )}
    </Card>
  );
}

interface ActProps {
  readonly editing: RubricEditing;
  readonly intent: string;
  readonly words: string;
  readonly look?: 'primary' | 'quiet' | 'danger';
  readonly hidden?: Readonly<Record<string, string>>;
}

/** One button that changes a draft. */
export function Act({ editing, intent, words, look = 'quiet', hidden = {} }: ActProps) {
  const { action, key, seen } = editing;
  const inputs = { intent, key: `${key}-${intent}`, seen, ...hidden };
  return (
    <form method="post" action={action}>
      {Object.entries(inputs).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look={look}>{words}</Button>
    </form>
  );
}
