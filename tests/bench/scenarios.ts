import { randomUUID } from 'node:crypto';
import type { Ask } from './load/drive.ts';
import type { Subjects } from './subjects.ts';

/** The n-th request to a server; null when there are no more. */
type Asking = (n: number) => Ask | null;

/** One thing that is measured: what is asked of the program, and of the bare server for the same. */
export interface Scenario {
  readonly name: string;
  /** What it is measured against, from `speed.md`: at least so many times the bare server's requests a second. */
  readonly aim: number | null;
  /** Whether it is measured at a million too, and held to the p50 of the smallest. */
  readonly atAnySize: boolean;
  readonly expected: readonly number[];
  /** At most so many requests in all rounds, where each uses something up. */
  readonly most: (subjects: Subjects) => number;
  readonly program: (subjects: Subjects, seat: Seat) => Asking;
  readonly bare: (subjects: Subjects) => Asking;
}

/** How one comes to the program: its origin, and the cookies of those who are signed in. */
export interface Seat {
  readonly origin: string;
  /** The manager's. */
  readonly cookie: string;
  readonly director: string;
}

const password = 'hatchery-demo';
const anyNumber = () => Number.POSITIVE_INFINITY;
const formHeaders = (origin: string) => ({
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
});

const form = (values: Readonly<Record<string, string>>): string => new URLSearchParams(values).toString();

const post = (path: string, values: Readonly<Record<string, string>>, headers: Ask['headers'] = {}): Ask => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: form(values),
});

/** What every browser says: whoever takes packed pages is sent them packed. */
const asBrowsersAsk = {
  accept: 'text/html',
  'accept-language': 'zh-CN',
  'accept-encoding': 'gzip, deflate, br',
};

/** The request with which somebody signs in. */
export const signIn = (origin: string, email: string): Ask =>
  post('/sign-in', { email, password }, { ...formHeaders(origin) });

const page = (
  name: string,
  program: (subjects: Subjects) => string,
  bare: (subjects: Subjects) => string,
  how: { readonly aim?: number; readonly atAnySize?: boolean; readonly isPublic?: boolean } = {},
): Scenario => ({
  name,
  aim: how.aim ?? 0.25,
  atAnySize: how.atAnySize ?? true,
  expected: [200],
  most: anyNumber,
  program: (subjects, { cookie }) => {
    const path = program(subjects);
    const seat: Readonly<Record<string, string>> = how.isPublic ? {} : { cookie };
    return () => ({ path, headers: { ...seat, ...asBrowsersAsk } });
  },
  bare: (subjects) => {
    const ask = { path: bare(subjects) };
    return () => ask;
  },
});

const address = (path: string, asked: Readonly<Record<string, string>>): string => `${path}?${form(asked)}`;

/** What the bare server does for an event: reads a record, changes it by its version, adds a line of history. */
const bareEvent =
  ({ drafts }: Subjects): Asking =>
  (n) =>
    post('/event', { id: drafts[n % drafts.length] ?? '' });

/** Everything that is measured, in the order of the table. */
export const scenarios: readonly Scenario[] = [
  page(
    'a public page (directory)',
    () => '/directory',
    () => '/directory',
    { aim: 2, isPublic: true },
  ),
  page(
    'desk',
    () => '/desk',
    ({ manager, center }) => address('/desk', { person: manager, center }),
  ),
  page(
    'applications, filtered',
    () => '/applications?stage=submitted',
    ({ center }) => address('/list', { center, stage: 'submitted' }),
  ),
  page(
    'search in names',
    ({ term }) => address('/organizations', { q: term }),
    ({ center, term }) => address('/search', { match: `"§${center.toLowerCase()}" AND "${term}"`, center }),
  ),
  page(
    'one organization',
    ({ organization }) => `/organizations/${organization}`,
    ({ organization }) => address('/organization', { id: organization }),
  ),
  page(
    'one application',
    ({ application }) => `/applications/${application}`,
    ({ application }) => address('/application', { id: application }),
  ),
  {
    // as often as one likes: each application is handed over again and again
    name: 'a lifecycle event (reassignment)',
    aim: 0.1,
    atAnySize: false,
    expected: [303],
    most: anyNumber,
    program: ({ underWay, manager }, { origin, director }) => {
      const headers = { ...formHeaders(origin), cookie: director };
      return (n) => {
        const application = underWay[n % underWay.length];
        const version = (application?.version ?? 0) + Math.floor(n / underWay.length);
        const values = { key: randomUUID(), version: String(version), manager };
        return post(`/applications/${application?.id}/reassignment`, values, { ...headers });
      };
    },
    bare: bareEvent,
  },
  {
    name: 'a lifecycle event (acceptance)',
    aim: 0.1,
    atAnySize: false,
    expected: [303],
    most: ({ submitted }) => submitted.length,
    program: (subjects, { origin, cookie }) => {
      const headers = { ...formHeaders(origin), cookie };
      return (n) => {
        const application = subjects.submitted[n];
        const values = { key: randomUUID(), version: String(application?.version) };
        return application === undefined
          ? null
          : post(`/applications/${application.id}/acceptance`, values, { ...headers });
      };
    },
    bare: bareEvent,
  },
  {
    name: 'sign-in',
    aim: null,
    atAnySize: false,
    expected: [302, 303],
    most: () => 240,
    program:
      ({ emails }, { origin }) =>
      (n) =>
        signIn(origin, emails[n % emails.length] ?? ''),
    bare:
      ({ emails }) =>
      (n) =>
        post('/sign-in', { email: emails[n % emails.length] ?? '', password }),
  },
];
