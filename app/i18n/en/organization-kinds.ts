import type { organizationKinds as zh } from '../zh-CN/organization-kinds.ts';

/** What kinds of organizations there are, and what they do: the code lists of the data dictionary. */
export const organizationKinds = {
  'registrationType.association': 'Social association',
  'registrationType.service_org': 'Social service institution',
  'registrationType.foundation': 'Foundation',
  'registrationType.recorded': 'Community organization on record',
  'registrationType.unregistered': 'Founding group, not yet registered',
  'registrationType.other': 'Other',

  'stage.seedling': 'Seedling',
  'stage.start_up': 'Start-up',
  'stage.growing': 'Growing',
  'stage.mature': 'Mature',
  'stage.hub': 'Hub',

  'communityKind.living_service': 'Living services',
  'communityKind.community_affairs': 'Community affairs',
  'communityKind.culture_sport': 'Culture and sport',
  'communityKind.public_benefit': 'Public benefit and charity',
  'communityKind.management': 'Management services',
  'communityKind.legal': 'Legal services',

  'serviceField.elderly': 'Elderly people',
  'serviceField.disabled': 'People with disabilities',
  'serviceField.children': 'Children and youth',
  'serviceField.women_family': 'Women and families',
  'serviceField.relief': 'Social relief and hardship aid',
  'serviceField.governance': 'Community governance',
  'serviceField.mediation': 'Dispute mediation',
  'serviceField.legal': 'Legal education and services',
  'serviceField.mental_health': 'Mental health',
  'serviceField.health': 'Medical care and health',
  'serviceField.culture_sport': 'Culture and sport',
  'serviceField.environment': 'Environment',
  'serviceField.emergency': 'Emergency and rescue',
  'serviceField.employment': 'Employment and enterprise',
  'serviceField.corrections': 'Community corrections and drug control',
  'serviceField.support': 'Support of organizations',
  'serviceField.other': 'Other',

  'partyStatus.own': 'Party organization of its own',
  'partyStatus.joint': 'Joint Party organization',
  'partyStatus.functional': 'Functional Party organization',
  'partyStatus.adviser': 'Party-building adviser assigned',
  'partyStatus.none': 'Not covered yet',
} as const satisfies Record<keyof typeof zh, string>;
