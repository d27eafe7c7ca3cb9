import { shippedYears } from '../chinese-calendar-days.ts';
import type { Field } from './field.ts';

const label = (name: string) => ({ key: `admin.field.${name}` });
const hint = (name: string) => ({ key: `admin.field.${name}.hint` });

/** What a center says of itself. */
export const centerFields: readonly Field[] = [
  { kind: 'text', name: 'name', max: 60, format: 'organizationName', label: label('centerName') },
  { kind: 'text', name: 'nameEn', max: 120, label: label('centerNameEn'), optional: true },
  { kind: 'text', name: 'address', max: 120, label: label('address') },
  { kind: 'text', name: 'phone', max: 30, format: 'phone', label: label('phone'), hint: hint('phone') },
  { kind: 'paragraph', name: 'introduction', max: 600, label: label('introduction'), optional: true },
  { kind: 'paragraph', name: 'introductionEn', max: 1200, label: label('introductionEn'), optional: true },
];

/** What is asked before there is a center; the rest comes with the product. */
export const newCenterFields: readonly Field[] = [
  ...centerFields.slice(0, 2),
  {
    kind: 'text',
    name: 'regionCode',
    min: 6,
    max: 12,
    label: label('regionCode'),
    hint: hint('regionCode'),
  },
  ...centerFields.slice(2),
  { kind: 'integer', name: 'seats', min: 0, max: 300, label: label('seats'), hint: hint('seats') },
];

/** A division code as centers carry it: 6 digits to the county, 9 to the street, 12 to the community. */
export const isRegionCode = (text: string): boolean => /^\d{6}(\d{3}){0,2}$/.test(text);

/** A call for applications. `programs` are those of the center. */
export const callFields = (programs: readonly { readonly id: string; readonly name: string }[]): Field[] => [
  { kind: 'text', name: 'title', max: 80, label: label('callTitle'), hint: hint('callTitle') },
  { kind: 'paragraph', name: 'summary', max: 2000, label: label('callSummary'), hint: hint('callSummary') },
  {
    kind: 'choice',
    name: 'programId',
    label: label('callProgram'),
    options: programs.map((p) => ({ value: p.id, label: { text: p.name } })),
  },
  { kind: 'date', name: 'opensOn', label: label('opensOn'), hint: hint('opensOn') },
  { kind: 'date', name: 'closesOn', label: label('closesOn'), hint: hint('closesOn'), optional: true },
  {
    kind: 'integer',
    name: 'quota',
    min: 1,
    max: 999,
    label: label('quota'),
    hint: hint('quota'),
    optional: true,
  },
];

/** All that may still change of a call that has been answered: it may close later. */
export const extensionFields = (notBefore: string): Field[] => [
  { kind: 'date', name: 'closesOn', label: label('closesOn'), hint: hint('extendTo'), notBefore },
];

export const seatFields: readonly Field[] = [
  { kind: 'text', name: 'code', max: 12, label: label('seatCode'), hint: hint('seatCode') },
  { kind: 'text', name: 'room', max: 40, label: label('seatRoom') },
];

export const dayKinds = ['working', 'off', 'weekday'] as const;

/** One day of the working calendar. `weekday`: nothing special, Monday to Friday is worked. */
export const dayFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'is',
    label: label('dayIs'),
    options: dayKinds.map((value) => ({ value, label: { key: `admin.calendar.is.${value}` } })),
  },
  { kind: 'text', name: 'note', max: 40, label: label('dayNote'), hint: hint('dayNote'), optional: true },
];

/** A whole year, as rows that were pasted. */
export const yearFields: readonly Field[] = [
  { kind: 'integer', name: 'year', min: 2000, max: 2100, label: label('year') },
  { kind: 'paragraph', name: 'rows', max: 8000, label: label('yearRows'), hint: hint('yearRows') },
];

/** A year whose notice comes with the product. */
export const shippedYearFields = (): readonly Field[] => [
  {
    kind: 'choice',
    name: 'year',
    label: label('shippedYear'),
    options: [...shippedYears()]
      .reverse()
      .slice(0, 6)
      .reverse()
      .map((year) => ({ value: String(year), label: { text: String(year) } })),
  },
];
