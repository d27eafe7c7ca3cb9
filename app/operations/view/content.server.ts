import type { Content } from '#app/domain/lifecycles/content.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { type Actor, type GivenRole, rolesToward } from '#app/domain/policy/actor.ts';
import type { House } from '../house.ts';
import { subjectOf } from '../subject-for.server.ts';
import { applicationContent } from './application-content.server.ts';
import { evaluationContent } from './evaluation-content.server.ts';
import { graduationContent } from './graduation-content.server.ts';
import { incubationContent } from './incubation-content.server.ts';
import { progressReportContent } from './progress-report-content.server.ts';
import type { OpenedRecord } from './record-view.server.ts';

/** What a lifecycle's page shows beside the common parts, for this reader: by allow-list. */
export type ContentReader = (
  house: House,
  actor: Actor,
  opened: OpenedRecord,
) => Promise<Omit<Content, 'organizationOpen'>>;

const readers: Readonly<Record<LifecycleName, ContentReader>> = {
  application: applicationContent,
  evaluation: evaluationContent,
  graduation: graduationContent,
  incubation: incubationContent,
  progress_report: progressReportContent,
};

const organizationReaders: readonly GivenRole[] = [
  'lead',
  'staff',
  'finance',
  'manager',
  'director',
  'supervisor',
  'party_committee',
  'community_worker',
  'mentor',
];

/** The content of a record's page for this reader. */
export async function contentFor(house: House, actor: Actor, opened: OpenedRecord): Promise<Content> {
  const content = await readers[opened.view.lifecycle](house, actor, opened);
  const roles: readonly string[] = rolesToward(actor, subjectOf(opened.view.lifecycle, opened.record));
  return { ...content, organizationOpen: organizationReaders.some((r) => roles.includes(r)) };
}
