import type { Kysely } from 'kysely';
import * as placesAndPeople from './0001-places-and-people.ts';
import * as records from './0002-records.ts';
import * as engine from './0003-engine.ts';
import * as search from './0004-search.ts';
import * as amendedReports from './0006-amended-reports.ts';
import * as whatPeopleKeep from './0007-what-people-keep.ts';
import * as accounts from './0008-accounts.ts';
import * as postgres from './0009-postgres.ts';
import * as purging from './0010-purging.ts';
import * as requestCounts from './0011-request-counts.ts';
import * as publicVersion from './0012-public-version.ts';
import * as factsInTheChain from './0013-facts-in-the-chain.ts';
import * as securityLogEnds from './0014-the-security-log-ends.ts';
import * as calendarVersion from './0015-calendar-version.ts';
import * as whoStepsBack from './0016-who-steps-back.ts';
import * as countedNetworks from './0017-counted-networks.ts';
import * as lettersWaitedFor from './0018-letters-waited-for.ts';
import * as overdueSince from './0019-overdue-since.ts';

export interface Migration {
  readonly up: (db: Kysely<unknown>, dialect: 'sqlite' | 'postgres') => Promise<void>;
}

/** Every migration in the order in which it is applied. A name never changes. */
export const migrations: readonly (readonly [name: string, migration: Migration])[] = [
  ['0001-places-and-people', placesAndPeople],
  ['0002-records', records],
  ['0003-engine', engine],
  ['0004-search', search],
  ['0006-amended-reports', amendedReports],
  ['0007-what-people-keep', whatPeopleKeep],
  ['0008-accounts', accounts],
  ['0009-postgres', postgres],
  ['0010-purging', purging],
  ['0011-request-counts', requestCounts],
  ['0012-public-version', publicVersion],
  ['0013-facts-in-the-chain', factsInTheChain],
  ['0014-the-security-log-ends', securityLogEnds],
  ['0015-calendar-version', calendarVersion],
  ['0016-who-steps-back', whoStepsBack],
  ['0017-counted-networks', countedNetworks],
  ['0018-letters-waited-for', lettersWaitedFor],
  ['0019-overdue-since', overdueSince],
];
