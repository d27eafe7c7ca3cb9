import { type FilteredList, savedFilterFields } from '#app/domain/saved-filters.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { listAddress, paths } from '#app/paths.ts';
import type { FormError } from '../forms/field-words.ts';
import { FormErrors } from '../forms/form.tsx';
import { Form, type RawValues } from '../forms/index.ts';
import { PageTitle } from '../layout/index.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { RowList } from '../ui/row-list.tsx';
import { stateWords } from './words.ts';

export interface SavedFiltersView {
  readonly list: FilteredList;
  readonly listTitle: string;
  readonly links: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly parts: Readonly<Record<string, string>>;
  }[];
  /** What the address filters by, where that is to get a name. */
  readonly asked: { readonly query: string; readonly parts: Readonly<Record<string, string>> } | null;
  readonly idempotencyKey: string;
}

export interface SavedFiltersAnswer {
  readonly errors: readonly FormError[];
  readonly raw: RawValues;
}

/** One page for a person's own filters of a list: the new one gets a name, those that are there can go. */
export function SavedFiltersPage(props: {
  readonly view: SavedFiltersView;
  readonly answer?: SavedFiltersAnswer;
}) {
  const { view, answer } = props;
  const { list, listTitle, links, asked } = view;
  const t = useTranslate();
  const here = paths.savedFilters(list);
  const back = asked ? `${listAddress(list)}?${asked.query}` : listAddress(list);
  return (
    <>
      <PageTitle crumbs={[{ label: listTitle, href: back }]} lead={t('savedFilter.lead')}>
        {t('savedFilter.title')}
      </PageTitle>
      {asked === null && answer && <FormErrors fields={[]} errors={answer.errors} />}
      {asked && (
        <Card title={t('savedFilter.save')} id="save">
          <p>{filterWords(t, list, asked.parts)}</p>
          <Form
            action={`${here}?${asked.query}`}
            fields={savedFilterFields}
            values={answer?.raw ?? {}}
            errors={answer?.errors ?? []}
            idempotencyKey={view.idempotencyKey}
            hidden={{ intent: 'save' }}
            submit={t('ui.button.save')}
            secondary={<a href={back}>{t('ui.button.cancel')}</a>}
          />
        </Card>
      )}
      {links.length > 0 && (
        <Card title={t('savedFilter.kept')} id="kept">
          <RowList
            items={links.map(({ id, name, href, parts }) => ({
              id,
              title: <a href={href}>{name}</a>,
              note: filterWords(t, list, parts),
              action: (
                <form method="post" action={here}>
                  <input type="hidden" name="intent" value="drop" />
                  <input type="hidden" name="id" value={id} />
                  <Button look="quiet">
                    {t('savedFilter.drop')}
                    <span className="sr-only"> {name}</span>
                  </Button>
                </form>
              ),
            }))}
          />
        </Card>
      )}
      {links.length === 0 && asked === null && (
        <EmptyState title={t('savedFilter.none')} action={<a href={back}>{listTitle}</a>}>
          {t('savedFilter.noneLead')}
        </EmptyState>
      )}
    </>
  );
}

/** What a filter does, as words: “状态：初审中；…”. */
function filterWords(t: Translate, list: FilteredList, parts: Readonly<Record<string, string>>): string {
  const words = Object.entries(parts).map(([name, value]) => {
    if (list === 'organization') {
      if (name === 'q') return [t('organization.register.q'), value];
      if (name === 'standing')
        return [t('organization.field.standing'), t.maybe(`standing.${value}`) ?? value];
      if (name === 'type')
        return [t('organization.field.registrationType'), t.maybe(`registrationType.${value}`) ?? value];
      return [t('organization.field.community'), value];
    }
    if (name === 'q') return [t('lifecycle.list.q'), value];
    if (name === 'stage') return [t('lifecycle.list.state'), stateWords(t, list, value)];
    return [t('lifecycle.list.sort'), t.maybe(`lifecycle.list.sort.${value}`) ?? value];
  });
  if (words.length === 0) return t('savedFilter.everything');
  return words
    .map(([label = '', value = '']) => t('ui.colon', { label, value }))
    .join(t('savedFilter.between'));
}
