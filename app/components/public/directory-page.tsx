import { serviceFields } from '#app/domain/forms/application-form.ts';
import { paths } from '#app/paths.ts';
import { PageTitle } from '../layout/index.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Pager } from '../ui/pager.tsx';
import { type ListedOrganization, OrganizationCards } from './organization-cards.tsx';

export interface DirectoryView {
  readonly q: string;
  readonly field: string;
  readonly community: string;
  readonly communities: readonly string[];
  readonly organizations: readonly ListedOrganization[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** Organizations that are or were incubated here, for everyone to find. */
export function DirectoryPage({ view }: { readonly view: DirectoryView }) {
  const t = useTranslate();
  const filtered = view.q !== '' || view.field !== '' || view.community !== '';
  return (
    <>
      <PageTitle lead={t('public.directory.lead')}>{t('public.directory')}</PageTitle>
      <FilterBar
        action={paths.directory()}
        filters={[
          { kind: 'search', name: 'q', label: t('public.directory.q'), value: view.q },
          {
            kind: 'select',
            name: 'field',
            label: t('public.directory.field'),
            value: view.field,
            options: serviceFields.map((value) => ({
              value,
              label: t.maybe(`serviceField.${value}`) ?? value,
            })),
          },
          {
            kind: 'select',
            name: 'community',
            label: t('public.directory.community'),
            value: view.community,
            options: view.communities.map((value) => ({ value, label: value })),
          },
        ]}
      />
      {view.organizations.length === 0 ? (
        <EmptyState
          title={t(filtered ? 'public.directory.noMatch' : 'public.directory.empty')}
          {...(filtered ? { action: <a href={paths.directory()}>{t('public.directory.all')}</a> } : {})}
        >
          {t(filtered ? 'public.directory.noMatchLead' : 'public.directory.emptyLead')}
        </EmptyState>
      ) : (
        <OrganizationCards organizations={view.organizations} />
      )}
      <Pager previous={view.previous} next={view.next} count={view.organizations.length} />
    </>
  );
}
