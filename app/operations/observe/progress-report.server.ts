import { createHash } from 'node:crypto';
import type {
  ProgressReportContext,
  ProgressReportObserved,
} from '#app/domain/lifecycles/progress-report/facts.ts';
import {
  earlierReportsOpen,
  sumOfYear,
  sumsBefore,
} from '#app/domain/lifecycles/progress-report/siblings.ts';
import { managersOf } from '#db/reads/candidates.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import type { Held, Observer } from '../engine/work.ts';

type Observers = {
  [Name in keyof ProgressReportObserved]: (
    ...args: Parameters<Observer>
  ) => Promise<ProgressReportObserved[Name]>;
};

const contextOf = (record: Held): ProgressReportContext => record.context as ProgressReportContext;

const siblings = async ({ db }: Parameters<Observer>[0], { row }: Held) =>
  row.parent_id === null ? [] : (await reportsOfIncubation(db, row.parent_id)).filter((r) => r.id !== row.id);

/** What a report's guards and forms need to know of the world outside it. */
export const progressReportObservers: Observers = {
  previous: async (look, record) => sumsBefore(contextOf(record).period, await siblings(look, record)),
  earlierOpen: async (look, record) =>
    earlierReportsOpen(contextOf(record).period, await siblings(look, record)),
  yearSum: async (look, record) => sumOfYear(contextOf(record).period, await siblings(look, record)),
  draftHash: async (_look, record) =>
    createHash('sha256')
      .update(JSON.stringify(contextOf(record).draft))
      .digest('hex'),
  managers: ({ db }, record) => managersOf(db, record.row.center_id),
};
