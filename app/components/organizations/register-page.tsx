import { registrationTypes } from '#app/domain/forms/application-form.ts';
import { standings } from '#app/domain/forms/organization-form.ts';
import { paths } from '#app/paths.ts';
import { PageTitle } from '../layout/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { type ExportAddress, ExportLinks } from '../ui/export-links.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Pager } from '../ui/pager.tsx';
import { type SavedFilterLinks, SavedFilters } from '../ui/saved-filters.tsx';
import { StandingTag } from './standing-tag.tsx';

/** An organization as a line of the register. */
export interface RegisterLine {
  readonly id: string;
  readonly name: string;
  readonly registrationType: string;
  /** The unified social credit code, or the number on record. */
  readonly code: string | null;
  readonly community: string | null;
  readonly standing: string;
  readonly personName: string | null;
  readonly phone: string | null;
  readonly joinedOn: string | null;
}

export interface RegisterView {
  readonly q: string;
  readonly standing: string;
  readonly type: string;
  readonly community: string;
  readonly communities: readonly string[];
  readonly rows: readonly RegisterLine[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly mayImport: boolean;
  readonly exports: readonly ExportAddress[];
  readonly saved: SavedFilterLinks;
}

/** The register of organizations (社会组织台账): filter, table, next and previous. */
export function RegisterPage({ view }: { readonly view: RegisterView }) {
  const t = useTranslate();
  const filtered = [view.q, view.standing, view.type, view.community].some((value) => value !== '');
  const options = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t.maybe(`${prefix}.${value}`) ?? value }));
  return (
    <>
      <PageTitle
        lead={t('organization.register.lead')}
        {...(view.mayImport
          ? {
              actions: (
                <LinkButton href={paths.importRegister()} look="quiet">
                  {t('organization.register.import')}
                </LinkButton>
              ),
            }
          : {})}
      >
        {t('organization.register')}
      </PageTitle>
      {/* Where there is nothing, there is nothing to filter. */}
      {(filtered || view.rows.length > 0) && (
        <FilterBar
          action={paths.organizations()}
          filters={[
            { kind: 'search', name: 'q', label: t('organization.register.q'), value: view.q },
            {
              kind: 'select',
              name: 'standing',
              label: t('organization.field.standing'),
              value: view.standing,
              options: options('standing', standings),
            },
            {
              kind: 'select',
              name: 'type',
              label: t('organization.field.registrationType'),
              value: view.type,
              options: options('registrationType', registrationTypes),
            },
            {
              kind: 'select',
              name: 'community',
              label: t('organization.field.community'),
              value: view.community,
              options: view.communities.map((value) => ({ value, label: value })),
            },
          ]}
        >
          {view.rows.length > 0 && <ExportLinks exports={view.exports} />}
        </FilterBar>
      )}
      <SavedFilters saved={view.saved} />
      {view.rows.length === 0 ? (
        <EmptyState
          title={t(filtered ? 'organization.register.noMatch' : 'organization.register.empty')}
          {...(filtered
            ? { action: <a href={paths.organizations()}>{t('organization.register.all')}</a> }
            : {})}
        >
          {t(filtered ? 'organization.register.noMatchLead' : 'organization.register.emptyLead')}
        </EmptyState>
      ) : (
        <DataTable<RegisterLine>
          caption={t('organization.register')}
          captionHidden
          rows={view.rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('organization.field.organizationName'),
              main: true,
              cell: (row) => <a href={paths.organization(row.id)}>{row.name}</a>,
            },
            {
              key: 'type',
              head: t('organization.field.registrationType'),
              cell: (row) => t.maybe(`registrationType.${row.registrationType}`) ?? row.registrationType,
            },
            {
              key: 'code',
              head: t('organization.field.code'),
              cell: (row) => (row.code ? <span className="num nowrap">{row.code}</span> : '–'),
            },
            {
              key: 'community',
              head: t('organization.field.community'),
              cell: (row) => (row.community ? <span className="nowrap">{row.community}</span> : '–'),
            },
            {
              key: 'person',
              head: t('organization.field.personName'),
              cell: (row) => row.personName ?? '–',
            },
            {
              key: 'phone',
              head: t('organization.field.phone'),
              cell: (row) => (row.phone ? <span className="num nowrap">{row.phone}</span> : '–'),
            },
            {
              key: 'joined',
              head: t('organization.field.joinedOn'),
              cell: (row) =>
                row.joinedOn ? <span className="nowrap">{t.format.date(row.joinedOn)}</span> : '–',
            },
            {
              key: 'standing',
              head: t('organization.field.standing'),
              cell: (row) => <StandingTag standing={row.standing} />,
            },
          ]}
        />
      )}
      <Pager previous={view.previous} next={view.next} count={view.rows.length} />
    </>
  );
}
