import { paths } from '#app/paths.ts';
import { useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';

/** A listed organization as everyone may see it. */
export interface ListedOrganization {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly community: string | null;
  readonly fields: readonly string[];
  readonly joinedOn: string | null;
}

/** Organizations side by side, each with where it works and what for. */
export function OrganizationCards({
  organizations,
}: {
  readonly organizations: readonly ListedOrganization[];
}) {
  const t = useTranslate();
  return (
    <ul className="tiles">
      {organizations.map((organization) => (
        <li key={organization.id} className="tile">
          <a className="tile-name" href={paths.directoryEntry(organization.id)}>
            {organization.name}
          </a>
          {organization.fields.length > 0 && (
            <span className="soft small">
              {organization.fields.map((field) => t.maybe(`serviceField.${field}`) ?? field).join(' · ')}
            </span>
          )}
          <span className="tile-foot">
            <Tag tone={organization.standing === 'graduated' ? 'good' : 'waiting'}>
              {t.maybe(`standing.${organization.standing}`) ?? organization.standing}
            </Tag>
            {organization.community && <span className="soft small">{organization.community}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
