import type { Field } from '../../forms/field.ts';
import type { Words } from '../../words.ts';
import { peopleOptions } from '../common-fields.ts';
import type { IncubationObserved } from './facts.ts';

/** The words of a field that only incubations have. */
export const own = (name: string): Words => ({ key: `incubation.field.${name}` });

/** A document that a statement rests on. */
export const documentField = (name: string, optional = false): Field => ({
  kind: 'files',
  name,
  label: own(name),
  max: 5,
  ...(optional ? { optional: true } : {}),
});

/** The mentors to choose from: none who holds an office in the organization or has a conflict of interest with it. */
export const mentorField = (observed: Partial<IncubationObserved>, but?: string): Field => ({
  kind: 'choice',
  name: 'mentor',
  label: own('mentor'),
  options: peopleOptions((observed.mentors ?? []).filter((m) => !m.conflict && m.personId !== but)),
});

/** The milestones of a plan; months count from the day on which it is laid down. */
export const milestonesField: Field = {
  kind: 'rows',
  name: 'milestones',
  label: own('milestones'),
  hint: { key: 'incubation.hint.milestones' },
  min: 1,
  max: 12,
  whole: true,
  columns: [
    { kind: 'text', name: 'goal', label: own('goal'), max: 200 },
    { kind: 'text', name: 'indicator', label: own('indicator'), max: 200 },
    { kind: 'integer', name: 'month', label: own('month'), min: 1, max: 36 },
  ],
};
