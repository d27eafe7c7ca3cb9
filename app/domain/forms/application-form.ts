import type { Track } from '../lifecycles/application/facts.ts';
import { optionsOf } from '../lifecycles/common-fields.ts';
import type { Field } from './field.ts';

export const applicationSections = ['organization', 'team', 'services', 'plan', 'documents'] as const;
export type ApplicationSection = (typeof applicationSections)[number];

/** Service fields of the data dictionary. */
export const serviceFields = [
  'elderly',
  'disabled',
  'children',
  'women_family',
  'relief',
  'governance',
  'mediation',
  'legal',
  'mental_health',
  'health',
  'culture_sport',
  'environment',
  'emergency',
  'employment',
  'corrections',
  'support',
  'other',
] as const;

export const communityKinds = [
  'living_service',
  'community_affairs',
  'culture_sport',
  'public_benefit',
  'management',
  'legal',
] as const;
export const stages = ['seedling', 'start_up', 'growing', 'mature', 'hub'] as const;
export const registrationTypes = [
  'association',
  'service_org',
  'foundation',
  'recorded',
  'unregistered',
  'other',
] as const;
export type RegistrationType = (typeof registrationTypes)[number];
export const partyStatuses = ['own', 'joint', 'functional', 'adviser', 'none'] as const;

/** The track of an application, from what the organization is. */
export const trackOf = (type: RegistrationType): Track =>
  type === 'recorded' ? 'recorded' : type === 'unregistered' ? 'unregistered' : 'registered';

const typesOfTrack: Readonly<Record<Track, readonly RegistrationType[]>> = {
  registered: ['association', 'service_org', 'foundation', 'other'],
  recorded: ['recorded'],
  unregistered: ['unregistered'],
};

/** What the organization is, where every answer is open: it decides what is asked afterwards. */
export const kindField: Field = {
  kind: 'choice',
  name: 'registrationType',
  options: optionsOf('registrationType', registrationTypes),
};

/** The sections, beside the documents, that ask an organization of another kind something else. */
export const sectionsByKind = ['organization', 'plan'] as const satisfies readonly ApplicationSection[];

/** The fields of one section of the application form, by the track of the organization. `today` bounds its dates. */
export function sectionFields(section: ApplicationSection, track: Track, today: string): readonly Field[] {
  switch (section) {
    case 'organization':
      return organizationFields(track, today);
    case 'team':
      return teamFields;
    case 'services':
      return serviceQuestions;
    case 'plan':
      return planFields(track);
    case 'documents':
      return documentFields(track);
  }
}

function organizationFields(track: Track, today: string): readonly Field[] {
  return [
    { kind: 'text', name: 'organizationName', min: 4, max: 60, format: 'organizationName' },
    { kind: 'choice', name: 'registrationType', options: optionsOf('registrationType', typesOfTrack[track]) },
    ...(track === 'registered'
      ? ([{ kind: 'text', name: 'uscc', max: 18, format: 'uscc' }] satisfies Field[])
      : []),
    ...(track === 'recorded' ? ([{ kind: 'text', name: 'recordNo', max: 40 }] satisfies Field[]) : []),
    ...(track === 'unregistered'
      ? []
      : ([{ kind: 'date', name: 'foundedOn', notBefore: '1949-10-01', notAfter: today }] satisfies Field[])),
    { kind: 'choice', name: 'stage', options: optionsOf('stage', stages) },
    { kind: 'choice', name: 'communityKind', options: optionsOf('communityKind', communityKinds) },
    { kind: 'choices', name: 'fields', options: optionsOf('serviceField', serviceFields), min: 1, max: 5 },
    { kind: 'text', name: 'community', max: 40 },
    { kind: 'text', name: 'address', max: 100 },
    { kind: 'text', name: 'personName', min: 2, max: 30, format: 'personName' },
    { kind: 'text', name: 'phone', max: 20, format: 'phone' },
  ];
}

const teamFields: readonly Field[] = [
  { kind: 'integer', name: 'corePeople', min: 1, max: 500, unit: { key: 'unit.people' } },
  { kind: 'integer', name: 'fullTime', min: 0, max: 500, unit: { key: 'unit.people' } },
  { kind: 'integer', name: 'socialWorkers', min: 0, max: 500, unit: { key: 'unit.people' } },
  { kind: 'integer', name: 'volunteers', min: 0, max: 100_000, unit: { key: 'unit.people' } },
  {
    kind: 'rows',
    name: 'coreTeam',
    min: 1,
    max: 12,
    columns: [
      { kind: 'text', name: 'person', label: { key: 'field.coreTeam.person' }, max: 30 },
      { kind: 'text', name: 'post', label: { key: 'field.coreTeam.post' }, max: 40 },
      {
        kind: 'text',
        name: 'experience',
        label: { key: 'field.coreTeam.experience' },
        max: 100,
        optional: true,
      },
    ],
  },
  { kind: 'choice', name: 'partyStatus', options: optionsOf('partyStatus', partyStatuses) },
  { kind: 'paragraph', name: 'governance', min: 10, max: 2000 },
];

const serviceQuestions: readonly Field[] = [
  { kind: 'paragraph', name: 'residentNeed', min: 20, max: 2000 },
  { kind: 'paragraph', name: 'services', min: 20, max: 2000 },
  { kind: 'integer', name: 'activitiesLastYear', min: 0, max: 10_000, unit: { key: 'unit.times' } },
  {
    kind: 'integer',
    name: 'personTimesLastYear',
    min: 0,
    max: 10_000_000,
    unit: { key: 'unit.personTimes' },
  },
  { kind: 'paragraph', name: 'difference', max: 1000, optional: true },
];

function planFields(track: Track): readonly Field[] {
  return [
    { kind: 'choices', name: 'servicesWanted', options: optionsOf('serviceWanted', servicesWanted), min: 1 },
    { kind: 'choice', name: 'residency', options: optionsOf('residency', ['onsite', 'virtual']) },
    { kind: 'paragraph', name: 'gaps', min: 20, max: 2000 },
    {
      kind: 'rows',
      name: 'milestones',
      min: 1,
      max: 12,
      columns: [
        { kind: 'text', name: 'goal', label: { key: 'field.milestones.goal' }, max: 100 },
        { kind: 'text', name: 'indicator', label: { key: 'field.milestones.indicator' }, max: 100 },
        { kind: 'integer', name: 'month', label: { key: 'field.milestones.month' }, min: 1, max: 24 },
      ],
    },
    { kind: 'paragraph', name: 'funding', min: 5, max: 1000 },
    ...(track === 'unregistered'
      ? ([
          { kind: 'integer', name: 'registerWithinMonths', min: 1, max: 12, unit: { key: 'unit.months' } },
        ] satisfies Field[])
      : []),
  ];
}

export const servicesWanted = [
  'seat',
  'mentoring',
  'training',
  'finance_trusteeship',
  'registration_coaching',
  'resource_introduction',
] as const;

/** Documents by track (field study, "Documents of an application"); `?` marks the optional ones. */
const documentsOfTrack: Readonly<Record<Track, readonly string[]>> = {
  registered: [
    'registrationCertificate',
    'charter',
    'legalRepresentative',
    'peopleList',
    'annualReport',
    'financialStatements',
    'undertaking',
    'partyStatement',
    'serviceEvidence?',
  ],
  recorded: ['recordingCertificate', 'charter', 'peopleList', 'undertaking', 'serviceEvidence?'],
  unregistered: [
    'foundersApplication',
    'foundersIdentity',
    'charterDraft',
    'peopleList',
    'undertaking',
    'recommendation',
    'nameApproval?',
    'serviceEvidence?',
  ],
};

/** One field for each document that the track asks for. */
export const documentFields = (track: Track): readonly Field[] =>
  documentsOfTrack[track].map((entry) => {
    const optional = entry.endsWith('?');
    const slot = optional ? entry.slice(0, -1) : entry;
    return {
      kind: 'files',
      name: slot,
      label: { key: `document.${slot}` },
      max: 5,
      ...(optional ? { optional } : {}),
    };
  });
