import { createHash } from 'node:crypto';
import type { Values } from '#app/domain/forms/field.ts';
import type {
  ProgressReportContext,
  ProgressReportObserved,
} from '#app/domain/lifecycles/progress-report/facts.ts';
import {
  earlierReportsOpen,
  sumOfYear,
  sumsBefore,
  sumsNext,
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

/** SHA-256 of the answers of a report, as each version keeps it. */
export const hashOfAnswers = (answers: Values): string =>
  createHash('sha256').update(JSON.stringify(answers)).digest('hex');

/** What a report's guards and forms need to know of the world outside it. */
export const progressReportObservers: Observers = {
  previous: async (look, record) => sumsBefore(contextOf(record).period, await siblings(look, record)),
  next: async (look, record) =>
    contextOf(record).amendment === undefined
      ? null
      : sumsNext(contextOf(record).period, await siblings(look, record)),
  earlierOpen: async (look, record) =>
    earlierReportsOpen(contextOf(record).period, await siblings(look, record)),
  yearSum: async (look, record) => sumOfYear(contextOf(record).period, await siblings(look, record)),
  draftHash: async (_look, record) => hashOfAnswers(contextOf(record).draft),
  managers: ({ db }, record) => managersOf(db, record.row.center_id),
};
