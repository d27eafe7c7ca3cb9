import type { Field, Option } from '../forms/field.ts';
import { optionsOf } from '../lifecycles/common-fields.ts';
import type { GivenRole } from '../policy/actor.ts';
import { emailField } from './account-forms.ts';

/** A role that may be given, with the places for which. A region's code is asked for. */
export interface GiveableRole {
  readonly role: GivenRole;
  readonly scope: 'center' | 'region' | 'instance';
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

const roleField = (roles: readonly GivenRole[]): Field => ({
  kind: 'choice',
  name: 'role',
  label: { key: 'people.field.role' },
  options: optionsOf('role', roles),
});

/** Inviting somebody into an organization. */
export const memberFields = (roles: readonly GivenRole[]): readonly Field[] => [
  emailField,
  roleField(roles),
  ...(roles.includes('staff')
    ? ([
        {
          kind: 'tick',
          name: 'delegate',
          label: { key: 'people.field.delegate' },
          hint: { key: 'people.field.delegate.hint' },
          optional: true,
        },
      ] satisfies Field[])
    : []),
];

/** Inviting somebody into a center, a region or the whole installation. The place is chosen with the role. */
export const officeFields = (giveable: readonly GiveableRole[]): readonly Field[] => {
  const several = new Set(giveable.flatMap((each) => each.places.map((place) => place.id))).size > 1;
  return [
    emailField,
    {
      kind: 'choice',
      name: 'given',
      label: { key: 'people.field.role' },
      options: giveable.flatMap((each) => givenOptions(each, several)),
    },
    ...(giveable.some((each) => each.scope === 'region')
      ? ([
          {
            kind: 'text',
            name: 'region',
            label: { key: 'people.field.region' },
            hint: { key: 'people.field.region.hint' },
            max: 12,
            optional: true,
          },
        ] satisfies Field[])
      : []),
  ];
};

function givenOptions({ role, scope, places }: GiveableRole, several: boolean): readonly Option[] {
  const label = { key: `role.${role}` };
  if (scope !== 'center') return [{ value: `${role}:${scope === 'instance' ? '*' : ''}`, label }];
  return places.map((place) => ({
    value: `${role}:${place.id}`,
    label,
    ...(several ? { hint: { text: place.name } } : {}),
  }));
}

/** Role and place of what was chosen; a region comes from its own input. */
export function givenOf(
  chosen: string,
  region: string,
): { readonly role: GivenRole; readonly scopeId: string } {
  const at = chosen.indexOf(':');
  const scopeId = chosen.slice(at + 1);
  return { role: chosen.slice(0, at) as GivenRole, scopeId: scopeId === '' ? region : scopeId };
}
