import type { Content } from '#app/domain/lifecycles/content.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { type Actor, type GivenRole, rolesToward } from '#app/domain/policy/actor.ts';
import type { House } from '../house.ts';
import { subjectOf } from '../advance.server.ts';
import { applicationContent } from './application-content.server.ts';
import type { OpenedRecord } from './record-view.server.ts';

/** What a lifecycle's page shows beside the common parts, for this reader: by allow-list. */
export type ContentReader = (house: House, actor: Actor, opened: OpenedRecord) => Promise<Omit<Content, 'organizationOpen'>>;

const readers: Readonly<Partial<Record<LifecycleName, ContentReader>>> = {
  application: applicationContent,
};

const organizationReaders: readonly GivenRole[] = ['lead', 'staff', 'finance', 'manager', 'director', 'supervisor', 'party_committee', 'community_worker', 'mentor'];

/** The content of a record's page for this reader. */
export async function contentFor(house: House, actor: Actor, opened: OpenedRecord): Promise<Content> {
  const reader = readers[opened.view.lifecycle];
  const content = reader ? await reader(house, actor, opened) : { facts: [], sections: [] };
  const roles: readonly string[] = rolesToward(actor, subjectOf(opened.view.lifecycle, opened.record));
  return { ...content, organizationOpen: organizationReaders.some((r) => roles.includes(r)) };
}
