import { kindField } from '../forms/application-form.ts';
import type { Field } from '../forms/field.ts';

/** The questions about accounts; passwords are asked for beside them and are no values of a form. */
export const emailField: Field = {
  kind: 'text',
  name: 'email',
  label: { key: 'people.field.email' },
  max: 254,
  format: 'email',
};

export const nameField: Field = {
  kind: 'text',
  name: 'name',
  label: { key: 'people.field.name' },
  min: 2,
  max: 30,
  format: 'personName',
};

/** What may be changed of the own account. */
export const accountFields: readonly Field[] = [
  nameField,
  {
    kind: 'text',
    name: 'phone',
    label: { key: 'people.field.phone' },
    max: 20,
    format: 'phone',
    optional: true,
  },
  {
    kind: 'choice',
    name: 'locale',
    label: { key: 'people.field.locale' },
    // each language is called by its own name, whatever the page speaks
    options: [
      { value: 'zh-CN', label: { text: '中文' } },
      { value: 'en', label: { text: 'English' } },
    ],
  },
];

/** What an organization says of itself when it begins to apply. */
export const applicantFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'organizationName',
    label: { key: 'apply.field.organizationName' },
    hint: { key: 'apply.field.organizationName.hint' },
    min: 4,
    max: 60,
    format: 'organizationName',
  },
  { ...kindField, label: { key: 'apply.field.registrationType' } },
];

/** The last day on which an account may be used. */
export const expiryFields: readonly Field[] = [
  { kind: 'date', name: 'lastDay', label: { key: 'people.expiry.on' }, optional: true },
];
