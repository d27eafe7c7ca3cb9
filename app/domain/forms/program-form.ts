import { type FieldRefusal, refusal } from '../refusal.ts';
import { type SettingName, type Settings, settingRanges, settingsWith } from '../settings.ts';
import type { Field, Values } from './field.ts';

/** The figures of a program in the order in which a director thinks of them. Every setting stands in one group. */
export const settingGroups: readonly {
  readonly id: string;
  readonly settings: readonly SettingName[];
}[] = [
  {
    id: 'intake',
    settings: ['acceptDays', 'screeningDays', 'supplementDays', 'supplementRounds'],
  },
  {
    id: 'panel',
    settings: ['panelDays', 'panelSize', 'panelNoticeDays', 'scoreDays', 'entryPass', 'waitlistMonths'],
  },
  { id: 'notice', settings: ['noticeDays', 'objectionDays'] },
  { id: 'entry', settings: ['signingDays', 'onboardingDays'] },
  {
    id: 'term',
    settings: ['termMonths', 'maxExtensions', 'termCap', 'extensionReviewDays', 'rectificationDays'],
  },
  { id: 'reports', settings: ['reportReadDays', 'resubmitDays'] },
  {
    id: 'evaluation',
    settings: [
      'selfAssessmentDays',
      'visitNoticeDays',
      'midtermLateDays',
      'midtermPass',
      'finalLead',
      'resultNoticeDays',
      'appealDays',
      'appealReviewDays',
    ],
  },
  {
    id: 'graduation',
    settings: ['graduationPass', 'conditionalFrom', 'graduationApplyDays', 'handoverDays'],
  },
  { id: 'leaving', settings: ['barMonthsVoluntary', 'barMonthsForced'] },
];

export const deciders = ['director', 'supervisor'] as const;

/** The unit of a setting, as a key of the catalogues. */
export const unitKey = (name: SettingName): string => `setting.unit.${settingRanges[name].unit}`;

const nameField: Field = { kind: 'text', name: 'name', max: 60, label: { key: 'admin.program.name' } };

const settingField = (name: SettingName, group?: string): Field => {
  const { min, max, unit, default: usual } = settingRanges[name];
  return {
    kind: unit === 'p' ? 'decimal' : 'integer',
    name,
    min,
    max,
    unit: { key: unitKey(name) },
    label: { key: `setting.${name}` },
    hint: { key: `setting.${name}.hint`, params: { usual } },
    ...(group ? { group: { key: `setting.group.${group}` } } : {}),
  };
};

/** Name, every figure with its range, and the two switches. */
export const programFields: readonly Field[] = [
  nameField,
  ...settingGroups.flatMap(({ id, settings }): Field[] => [
    ...settings.map((name, i) => settingField(name, i === 0 ? id : undefined)),
    ...(id === 'panel' ? [deciderField()] : []),
    ...(id === 'notice' ? [noticeCountField()] : []),
  ]),
];

function deciderField(): Field {
  return {
    kind: 'choice',
    name: 'decider',
    label: { key: 'setting.decider' },
    hint: { key: 'setting.decider.hint' },
    options: deciders.map((value) => ({ value, label: { key: `role.${value}` } })),
  };
}

function noticeCountField(): Field {
  return {
    kind: 'choice',
    name: 'noticeCount',
    label: { key: 'setting.noticeCount' },
    hint: { key: 'setting.noticeCount.hint' },
    options: [
      { value: 'working', label: { key: 'setting.noticeCount.working' } },
      { value: 'calendar', label: { key: 'setting.noticeCount.calendar' } },
    ],
  };
}

/** A program as its form begins. */
export const programValues = (name: string, settings: Settings): Values => {
  const { noticeInCalendarDays, ...rest } = settings;
  return { name, ...rest, noticeCount: noticeInCalendarDays ? 'calendar' : 'working' };
};

/** The settings in checked form values; what the form did not ask keeps its default. */
export function settingsOf(values: Values): Settings {
  const figures = Object.keys(settingRanges).flatMap((name) => {
    const value = values[name];
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return settingsWith({
    ...(Object.fromEntries(figures) as Partial<Settings>),
    noticeInCalendarDays: values.noticeCount === 'calendar',
    decider: values.decider === 'supervisor' ? 'supervisor' : 'director',
  });
}

/**
 * What single ranges cannot see: `setting.panelEven` (an odd panel cannot be split), `setting.termAboveCap`,
 * `setting.conditionalAbovePass`.
 */
export function settingConflicts(settings: Settings): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  if (settings.panelSize % 2 === 0) found.push({ field: 'panelSize', ...refusal('setting.panelEven') });
  if (settings.termMonths > settings.termCap)
    found.push({ field: 'termCap', ...refusal('setting.termAboveCap', { term: settings.termMonths }) });
  if (settings.conditionalFrom >= settings.graduationPass)
    found.push({
      field: 'conditionalFrom',
      ...refusal('setting.conditionalAbovePass', { pass: settings.graduationPass }),
    });
  return found;
}
