import type { Lifecycle, Wait } from '../lifecycle.ts';
import { applicationEvents } from './events.ts';
import { type ApplicationContext, type ApplicationObserved, ofCommunity, sitting } from './facts.ts';
import { applicationMachine } from './machine.ts';
import { applicationRequirements } from './requirements.ts';

/** For whom an application waits in each state. */
function waits(state: string, context: ApplicationContext): readonly Wait[] {
  const decider = context.settings.decider;
  switch (state) {
    case 'draft':
      return [{ role: 'lead', event: 'submit', deadline: 'callCloses' }];
    case 'submitted':
      return [{ role: 'manager', event: 'accept', deadline: 'acceptDays' }];
    case 'screening':
      return [
        ...(ofCommunity(context) && context.partyOpinion === null
          ? [{ role: 'party_committee', event: 'record_party_opinion', deadline: 'screeningDays' } as const]
          : []),
        { role: 'manager', event: 'pass', deadline: 'screeningDays' },
      ];
    case 'supplement_requested':
      return [{ role: 'lead', event: 'resubmit', deadline: 'supplementDays' }];
    case 'panel_pending':
      return panelWaits(context);
    case 'in_review':
      return reviewWaits(context);
    case 'decision_pending':
      return [{ role: decider, event: 'admit' }];
    case 'waitlisted':
      return [{ role: 'director', event: 'promote', deadline: 'waitlistMonths' }];
    case 'objection_open':
      return context.upheldBy.director !== undefined
        ? [{ role: 'supervisor', event: 'uphold_objection', deadline: 'objectionDays' }]
        : [{ role: 'director', event: 'dismiss_objection', deadline: 'objectionDays' }];
    case 'agreement_pending':
      return (['lead', 'director'] as const)
        .filter((role) => context.signedBy[role] === undefined)
        .map((role) => ({ role, event: 'sign', deadline: 'signingDays' }));
    default:
      return [];
  }
}

function panelWaits(context: ApplicationContext): readonly Wait[] {
  const asked = context.panel.some((m) => m.recusalAsked);
  const undeclared = sitting(context).filter((m) => m.stage === 'named');
  const manager: Wait = {
    role: 'manager',
    event: sitting(context).length >= 3 && undeclared.length === 0 ? 'convene' : 'appoint_panel',
    deadline: 'panelDays',
  };
  return [
    ...(asked ? [{ role: 'director', event: 'answer_recusal' } as const] : []),
    ...undeclared.map(
      (m): Wait => ({ role: 'reviewer', personId: m.personId, event: 'declare', deadline: 'panelDays' }),
    ),
    ...(undeclared.length === 0 ? [manager] : []),
  ];
}

function reviewWaits(context: ApplicationContext): readonly Wait[] {
  const members = sitting(context);
  const open = members.filter((m) => !context.sheets[m.personId]?.locked);
  const vacant = context.panel.some((m) => m.stage === 'recused') && members.length % 2 === 0;
  return [
    ...open.map(
      (m): Wait => ({
        role: 'reviewer',
        personId: m.personId,
        event: m.stage === 'named' ? 'declare' : 'score',
        deadline: 'scoring',
      }),
    ),
    ...(vacant ? [{ role: 'manager', event: 'replace_reviewer', deadline: 'scoring' } as const] : []),
    ...(open.length === 0 && !vacant
      ? [{ role: 'manager', event: 'close_review', deadline: 'scoring' } as const]
      : []),
  ];
}

/** Application 入壳申请 (table 1 of the lifecycles). */
export const application: Lifecycle<ApplicationContext, ApplicationObserved> = {
  name: 'application',
  version: 1,
  machine: applicationMachine,
  requirements: applicationRequirements,
  events: applicationEvents,
  systemEvents: [],
  timers: {},
  tones: {
    draft: 'neutral',
    submitted: 'waiting',
    screening: 'waiting',
    supplement_requested: 'attention',
    panel_pending: 'waiting',
    in_review: 'waiting',
    decision_pending: 'waiting',
    waitlisted: 'attention',
    public_notice: 'waiting',
    objection_open: 'attention',
    agreement_pending: 'waiting',
    admitted: 'good',
    rejected: 'stopped',
    withdrawn: 'stopped',
    lapsed: 'stopped',
  },
  road: [
    'draft',
    'submitted',
    'screening',
    'in_review',
    'decision_pending',
    'public_notice',
    'agreement_pending',
    'admitted',
  ],
  standsAt: {
    supplement_requested: 'screening',
    panel_pending: 'in_review',
    waitlisted: 'decision_pending',
    objection_open: 'public_notice',
  },
  quiet: ['save_sheet'],
  waits,
  readBy: ['lead', 'staff', 'finance', 'manager', 'director', 'reviewer', 'supervisor', 'party_committee'],
  columns: (context) => ({
    number: context.number,
    kind: context.track,
    score: context.score?.hundredths ?? null,
    responsibleId: context.responsibleId,
  }),
  assigned: (context) => sitting(context).map((m) => ({ role: 'reviewer', personId: m.personId })),
};
