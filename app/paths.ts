import type { LifecycleName } from './domain/lifecycles/lifecycle.ts';
import type { SignInStep } from './domain/people/second-factor.ts';
import type { FilteredList } from './domain/saved-filters.ts';

/** The address of each lifecycle's records. */
export const collections = {
  applications: 'application',
  incubations: 'incubation',
  evaluations: 'evaluation',
  graduations: 'graduation',
  reports: 'progress_report',
} as const satisfies Record<string, LifecycleName>;

export type Collection = keyof typeof collections;

const collectionOf = Object.fromEntries(Object.entries(collections).map(([c, l]) => [l, c])) as Record<
  LifecycleName,
  Collection
>;

export const isCollection = (text: string | undefined): text is Collection =>
  text !== undefined && Object.hasOwn(collections, text);

/** Whether an address of records names a collection that there is. */
export const isOfCollection = ({ collection }: { readonly collection?: string | undefined }): boolean =>
  isCollection(collection);

const signInSteps: Readonly<Record<SignInStep, string>> = {
  code: 'code',
  setUp: 'second-factor',
  password: 'password',
};

/** The addresses as functions: links, redirects, mail and tests use these, never a string of their own. */
export const paths = {
  home: () => '/',
  call: (id: string) => `/calls/${id}`,
  apply: (callId: string) => `/calls/${callId}/apply`,
  notices: () => '/notices',
  notice: (id: string) => `/notices/${id}`,
  objection: (noticeId: string) => `/notices/${noticeId}/objection`,
  directory: () => '/directory',
  directoryEntry: (id: string) => `/directory/${id}`,
  certificates: () => '/certificates',
  certificate: (number: string) => `/certificates/${number}`,
  language: () => '/language',
  signIn: (redirectTo?: string) =>
    redirectTo ? `/sign-in?redirectTo=${encodeURIComponent(redirectTo)}` : '/sign-in',
  /** What comes between the password and a session. */
  signInStep: (step: SignInStep, redirectTo: string) =>
    `/sign-in/${signInSteps[step]}?redirectTo=${encodeURIComponent(redirectTo)}`,
  signOut: () => '/sign-out',
  setup: (token: string) => `/setup/${token}`,
  link: (token: string) => `/links/${token}`,
  passwordReset: () => '/password-reset',
  account: (which?: 'password') => (which === undefined ? '/account' : '/account?password'),
  password: () => '/account/password',
  sessions: () => '/account/sessions',
  secondFactor: () => '/account/second-factor',
  demoMail: () => '/mail',
  /** `password`: says first that a new one is in place. */
  desk: (which?: 'whole' | 'password') =>
    which === undefined ? '/desk' : which === 'whole' ? '/desk?whole=yes' : '/desk?password',
  /** Says first which role an invitation gave, and where. */
  deskJoined: (role: string, scopeId: string) => `/desk?joined=${encodeURIComponent(`${role}.${scopeId}`)}`,
  notifications: () => '/notifications',
  document: (id: string) => `/documents/${id}`,
  list: (lifecycle: LifecycleName) => `/${collectionOf[lifecycle]}`,
  listExport: (lifecycle: LifecycleName, format: string) => `/${collectionOf[lifecycle]}/export/${format}`,
  savedFilters: (list: FilteredList) => `/filters/${list}`,
  record: (lifecycle: LifecycleName, id: string) => `/${collectionOf[lifecycle]}/${id}`,
  recordHistory: (lifecycle: LifecycleName, id: string) => `/${collectionOf[lifecycle]}/${id}/history`,
  event: (lifecycle: LifecycleName, id: string, noun: string) => `/${collectionOf[lifecycle]}/${id}/${noun}`,
  eventDraft: (lifecycle: LifecycleName, id: string, noun: string) =>
    `/${collectionOf[lifecycle]}/${id}/${noun}/draft`,
  forgetDraft: () => '/drafts/forget',
  letter: (lifecycle: LifecycleName, id: string, letter: string) =>
    `/${collectionOf[lifecycle]}/${id}/letters/${letter}`,
  letterFile: (lifecycle: LifecycleName, id: string, letter: string) =>
    `/${collectionOf[lifecycle]}/${id}/letters/${letter}/docx`,
  applicationSection: (id: string, section: string) => `/applications/${id}/form/${section}`,
  applicationSectionDraft: (id: string, section: string) => `/applications/${id}/form/${section}/draft`,
  ranking: (id: string) => `/applications/${id}/ranking`,
  organizations: () => '/organizations',
  registerExport: (format: string) => `/organizations/export/${format}`,
  organization: (id: string) => `/organizations/${id}`,
  organizationPeople: (id: string) => `/organizations/${id}/people`,
  importRegister: () => '/organizations/import',
  importRejected: (id: string) => `/organizations/import/rejected/${id}`,
  amendment: (reportId: string) => `/reports/${reportId}/amendment`,
  specialEvaluation: (incubationId: string) => `/incubations/${incubationId}/special-evaluation`,
  admin: (part?: AdminPart) => (part ? `/admin/${part}` : '/admin'),
  adminItem: (part: AdminPart, id: string) => `/admin/${part}/${id}`,
} as const;

/** The list that filters are kept for. */
export const listAddress = (list: FilteredList): string =>
  list === 'organization' ? paths.organizations() : paths.list(list);

export type AdminPart =
  | 'center'
  | 'programs'
  | 'calls'
  | 'rubrics'
  | 'calendar'
  | 'seats'
  | 'people'
  | 'history'
  | 'security'
  | 'security-settings'
  | 'outbox'
  | 'jobs';
