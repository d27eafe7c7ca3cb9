import { kindField } from '../../forms/application-form.ts';
import type { EventDeclaration } from '../lifecycle.ts';
import type { ApplicationContext, ApplicationEventName, ApplicationObserved } from './facts.ts';

type Declaration = EventDeclaration<ApplicationContext, ApplicationObserved>;

/** What the lead does with a draft: sends it in, gives it up, or says that the organization is of another type. */
export const draftEvents = {
  submit: {
    noun: 'submission',
    by: ['lead'],
    manner: 'primary',
    observe: ['call', 'form', 'organization', 'others', 'applicationNumber'],
    form: () => [
      { kind: 'tick', name: 'consent' },
      { kind: 'tick', name: 'truth' },
    ],
    tells: ['manager'],
  },
  discard: { noun: 'discarding', by: ['lead'], manner: 'danger' },
  change_kind: {
    noun: 'kind',
    by: ['lead'],
    manner: 'plain',
    observe: ['organization'],
    form: () => [kindField],
  },
} as const satisfies Partial<Record<ApplicationEventName, Declaration>>;
